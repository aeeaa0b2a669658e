import type { NounId } from "./lexicon/nouns";
import type { VerbId } from "./lexicon/verbs";
import type {
  AdjectiveId,
  AdverbOf,
  NameId,
  PetNameId,
  PhraseId,
  QuantifierId,
  QuestionId,
  RelationId,
} from "./lexicon/words";

export const languages = ["en", "de", "es", "hi", "tr"] as const;
export type Language = (typeof languages)[number];

export const topics = [
  "animals",
  "food",
  "weather",
  "school",
  "travel",
  "work",
  "family",
  "play",
  "health",
  "nature",
  "market",
  "feast",
] as const;
export type Topic = (typeof topics)[number];

/** What is set per story and recorded with it. Each changes the text in every language. */
export interface Attributes {
  readonly mood: "happy" | "sad";
  readonly tense: "past" | "future";
  /** How people in the story address each other: du, tú, tum, sen against Sie, usted, aap, siz. */
  readonly address: "familiar" | "polite";
  readonly view: "first" | "third";
  readonly topic: Topic;
  readonly length: "short" | "medium" | "long";
}

export type Sex = "female" | "male";

/** Somebody or something that the story speaks of. Identity is the object's. */
export interface Entity {
  readonly concept: NounId;
  readonly name?: NameId | PetNameId;
  /** Of people and named animals; chooses pronouns and feminine nouns. */
  readonly sex?: Sex;
  readonly plural?: boolean;
  readonly count?: QuantifierId;
  /** Said at the first mention only. */
  readonly adjectives?: readonly AdjectiveId[];
  readonly owner?: Entity;
  /** Definite at the first mention already: the sun, the teacher of the class. */
  readonly known?: boolean;
  readonly members?: readonly [Entity, Entity];
}

/** A place, goal, source, path, tool, company or topic: a relation and what it relates to. */
export interface Relation {
  readonly relation: RelationId;
  readonly of: Entity;
}

/**
 * What one clause says, in roles. `agent` is who acts, feels or is somewhere; `patient` what is acted on; `recipient`
 * who gets it or is spoken to. Which case, adposition or word order shows a role is the language's business.
 */
export interface Clause {
  readonly verb: VerbId;
  readonly agent?: Entity;
  readonly patient?: Entity;
  readonly recipient?: Entity;
  /** With `be` and `become`. */
  readonly quality?: AdjectiveId;
  readonly degree?: AdverbOf<"degree">;
  /** With `be`: what somebody is by trade or kind. */
  readonly identity?: Entity;
  /** Where, where to, where from, which way; at most one of each. */
  readonly place?: Relation | AdverbOf<"place">;
  readonly goal?: Relation | AdverbOf<"direction">;
  readonly source?: Relation;
  readonly path?: Relation;
  readonly company?: Relation;
  readonly tool?: Relation;
  readonly benefit?: Relation;
  readonly topic?: Relation;
  readonly time?: AdverbOf<"time">;
  readonly manner?: AdverbOf<"manner">;
  readonly frequency?: AdverbOf<"frequency">;
  readonly negated?: boolean;
  /** `ongoing`: was sleeping. `before`: had lost.. Default: the story's tense. */
  readonly aspect?: "ongoing" | "before";
  /** Infinitive with the same subject: of a modal or phase verb. */
  readonly to?: Clause;
  /** Purpose, infinitive with the same subject: in order to. */
  readonly purpose?: Clause;
  readonly that?: Clause;
  readonly because?: Clause;
  readonly when?: Clause;
  /** A second clause with the same subject: "she opened the door and saw a cat". Its `agent` is not given. */
  readonly and?: Clause;
  /** A second clause with its own subject, joined by `but`. */
  readonly but?: Clause;
}

/** What is said aloud. Tense is present; `past` tells what has happened, `future` what will. */
export type Quoted =
  | { readonly kind: "phrase"; readonly phrase: PhraseId; readonly vocative?: Entity }
  | {
      readonly kind: "clause";
      readonly clause: Clause;
      readonly tense?: "present" | "past" | "future";
      /** `command` is said to the one who is addressed; `asks` names the role or circumstance that a question is about. */
      readonly mode?: "statement" | "yes-no" | "command";
      readonly asks?: QuestionId;
      readonly exclaimed?: boolean;
    };

export type ScriptSentence =
  | {
      readonly kind: "tell";
      readonly clause: Clause;
      readonly link?: AdverbOf<"link">;
      readonly contrast?: boolean;
      readonly front?: "time" | "place";
    }
  | {
      readonly kind: "speech";
      readonly verb: VerbId;
      readonly speaker: Entity;
      /** Who is spoken to: "you". */
      readonly hearer: Entity;
      /** Whether the frame names the hearer: "Anna asked Ben". */
      readonly addressed: boolean;
      readonly quote: readonly Quoted[];
      /** Whether the one who speaks is named before or after what is said. */
      readonly frame: "before" | "after";
    };

export interface Script {
  readonly attributes: Attributes;
  readonly schema: string;
  /** The one whose story it is: "I" where the view is `first`. */
  readonly hero: Entity;
  readonly sentences: readonly ScriptSentence[];
}
