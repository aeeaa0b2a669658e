import type { NounId } from "./nouns";
import type { VerbId } from "./verbs";
import type {
  AdjectiveId,
  AdverbId,
  ConjunctionId,
  NameId,
  PetNameId,
  PhraseId,
  QuantifierId,
  QuestionId,
} from "./words";

/** Every concept that a language must have a word for. Names are not counted. */
export type ConceptId = NounId | VerbId | AdjectiveId | AdverbId | QuantifierId | QuestionId | ConjunctionId | PhraseId;

/**
 * A fixed expression: words with their parts of speech, `"in/ADP the/DET morning/NOUN"`. A word without a slash is an
 * adverb (in `adverbs`) or an interjection (in `phrases`).
 */
export type Fixed = string;

/**
 * One language's words for all concepts: the type refuses a language that misses one. `Noun`, `Verb` and `Adjective` hold
 * what that language's rules need and are the language's own.
 */
export interface Dictionary<Noun, Verb, Adjective> {
  readonly nouns: Readonly<Record<NounId, Noun>>;
  readonly verbs: Readonly<Record<VerbId, Verb>>;
  readonly adjectives: Readonly<Record<AdjectiveId, Adjective>>;
  readonly adverbs: Readonly<Record<AdverbId, Fixed>>;
  readonly conjunctions: Readonly<Record<ConjunctionId, string>>;
  readonly questions: Readonly<Record<QuestionId, string>>;
  readonly quantifiers: Readonly<Record<QuantifierId, string>>;
  /** The familiar form, or both where the form of address changes the words. */
  readonly phrases: Readonly<Record<PhraseId, Fixed | { readonly familiar: Fixed; readonly polite: Fixed }>>;
  readonly names: Readonly<Record<NameId | PetNameId, string>>;
}
