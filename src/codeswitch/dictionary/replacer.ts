import type { LanguageCode } from "../language";
import type { Sentence } from "../sentence";
import type { UniversalTag } from "../tags";

/** A word that can be replaced. The part of speech is absent where nothing tells it. */
export interface Candidate {
  readonly index: number;
  readonly tag?: UniversalTag;
  /** Words that are only replaced together, this one among them, in order: macht ... zu. */
  readonly unit?: readonly number[];
}

/** What is put in the place of a word of the sentence. */
export interface Replacement {
  /** The word whose place it takes. */
  readonly place: number;
  /** The word that it stands for. */
  readonly index: number;
  /** All words that it stands for, where they are several; the others are left out. */
  readonly unit?: readonly number[];
  readonly text: string;
  /** The noun it agrees with. */
  readonly head?: number;
  /** A part of it that stands behind a later word: zu, of macht. */
  readonly particle?: { readonly after: number; readonly text: string };
}

/** Where replacements come from: a dictionary or the lexicon, towards one language. */
export interface Replacer {
  readonly language: LanguageCode;
  /** The words it has an entry for, in order. */
  candidates(sentence: Sentence): readonly Candidate[];
  /**
   * Replacements for the chosen candidates, among them all words of a unit or none, by their places. Neighbours may change
   * places (old dogs, perros viejos).
   */
  replace(sentence: Sentence, chosen: readonly number[], random: () => number): readonly Replacement[];
}
