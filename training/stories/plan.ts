import type { NounId } from "./lexicon/nouns";
import type { VerbId } from "./lexicon/verbs";
import type {
  AdjectiveId,
  AdverbId,
  AdverbOf,
  ConjunctionId,
  NameId,
  PetNameId,
  PhraseId,
  QuantifierId,
  QuestionId,
  RelationId,
} from "./lexicon/words";
import type { Sex } from "./script";

/**
 * A number of a concept's mention in its sentence. Words of different languages with a common token are aligned; a word
 * may carry several (Turkish "evde": house and in), and a token several words (German "ist ... gegangen").
 */
export type Token = number;

export interface Mark<Id> {
  readonly id: Id;
  readonly token: Token;
}

/** Who is meant, for agreement: each language finds its own gender from the noun or, for people, from the sex. */
export interface Referent {
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  readonly noun: NounId;
  readonly sex?: Sex;
  /** A name is known: gender follows the sex and not the noun. */
  readonly named: boolean;
  /** Second person: how one is addressed. */
  readonly address: "familiar" | "polite";
  readonly human: boolean;
  readonly animate: boolean;
}

export type Determiner =
  | { readonly kind: "none" }
  | { readonly kind: "definite"; readonly token: Token }
  | { readonly kind: "indefinite"; readonly token: Token }
  /** my, your, her. `reflexive`: the owner is the subject of this clause (Hindi apnā). */
  | { readonly kind: "possessive"; readonly token: Token; readonly owner: Referent; readonly reflexive: boolean }
  /** Anna's. `token` is the possessive marker's, as in 's, de, von. */
  | { readonly kind: "genitive"; readonly token: Token; readonly owner: NounPhrase }
  | { readonly kind: "quantity"; readonly token: Token; readonly id: QuantifierId };

/** How somebody or something is mentioned: the same choice in every language. */
export type NounPhrase =
  | { readonly kind: "pronoun"; readonly token: Token; readonly referent: Referent }
  | { readonly kind: "name"; readonly token: Token; readonly referent: Referent; readonly name: NameId | PetNameId }
  | {
      readonly kind: "noun";
      readonly token: Token;
      readonly referent: Referent;
      readonly noun: NounId;
      readonly determiner: Determiner;
      readonly adjectives: readonly Mark<AdjectiveId>[];
    }
  /** "Anna and Ben"; `referent` is that of both together. */
  | {
      readonly kind: "both";
      readonly token: Token;
      readonly referent: Referent;
      readonly members: readonly [NounPhrase, NounPhrase];
    };

export type RoleName = "place" | "goal" | "source" | "path" | "company" | "tool" | "benefit" | "topic";

/** A circumstance: a noun phrase in a relation, or an adverb. */
export type Circumstance =
  | {
      readonly kind: "relation";
      readonly role: RoleName;
      readonly relation: RelationId;
      readonly token: Token;
      readonly phrase: NounPhrase;
    }
  | { readonly kind: "adverb"; readonly role: "place" | "goal"; readonly id: AdverbId; readonly token: Token };

/**
 * `past` and `future` are the story's tense or said so; `present` holds now; `perfect` has happened by now (German
 * perfect, Spanish and English present perfect); `pluperfect` had happened by then; `expected` is an event that is still
 * to come after "when" (English and German present, Spanish subjunctive); `base` is an infinitive.
 */
export type Tense = "past" | "present" | "future" | "perfect" | "pluperfect" | "expected" | "base";

export interface ClausePlan {
  readonly verb: Mark<VerbId>;
  /** The tense's own token: of "did", "will", "ist", "ha". A simple verb form carries both. */
  readonly tenseToken: Token;
  readonly tense: Tense;
  /** `event`: a step that ends. `state`: it holds. `ongoing`: it is under way. */
  readonly aspect: "event" | "state" | "ongoing";
  readonly negation?: Token;
  readonly mode: "statement" | "yes-no" | "asks" | "command";
  /** Which question word, in mode `asks`: `who` asks for the agent, `what` for the patient. */
  readonly asks?: Mark<QuestionId>;
  /** The subject's referent, also where no subject is said: infinitives, commands, after "and". */
  readonly subject?: Referent;
  /** False where the subject is understood from the clause above. */
  readonly agent?: NounPhrase;
  readonly patient?: NounPhrase;
  readonly recipient?: NounPhrase;
  readonly quality?: Mark<AdjectiveId>;
  readonly degree?: Mark<AdverbOf<"degree">>;
  readonly identity?: NounPhrase;
  readonly circumstances: readonly Circumstance[];
  readonly time?: Mark<AdverbOf<"time">>;
  readonly manner?: Mark<AdverbOf<"manner">>;
  readonly frequency?: Mark<AdverbOf<"frequency">>;
  /** Which part stands before the subject. */
  readonly front?: "time" | "place";
  readonly link?: Mark<AdverbOf<"link">>;
  /** "But" at the beginning of the sentence. */
  readonly contrast?: Mark<ConjunctionId>;
  readonly to?: ClausePlan;
  readonly purpose?: Subordinate;
  readonly that?: Subordinate;
  readonly because?: Subordinate;
  readonly when?: Subordinate;
  /** Joined with "and" (the same subject, not said again) or "but" (its own subject). */
  readonly joined?: Subordinate;
}

export interface Subordinate {
  readonly conjunction: Mark<ConjunctionId>;
  readonly clause: ClausePlan;
}

export type QuotedPlan =
  | {
      readonly kind: "phrase";
      readonly phrase: Mark<PhraseId>;
      readonly address: "familiar" | "polite";
      readonly vocative?: NounPhrase;
      /** A comma where what follows belongs to it: "Yes, I can help you." */
      readonly end: "." | "!" | ",";
    }
  | { readonly kind: "clause"; readonly clause: ClausePlan; readonly end: "." | "!" | "?" };

export type SentencePlan =
  | { readonly kind: "tell"; readonly clause: ClausePlan }
  | {
      readonly kind: "speech";
      /** Verb, speaker (agent) and hearer (recipient), in the story's tense. */
      readonly frame: ClausePlan;
      readonly order: "before" | "after";
      readonly quote: readonly QuotedPlan[];
    };
