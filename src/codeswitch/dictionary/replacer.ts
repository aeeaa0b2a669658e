import type { LanguageCode } from "../language";
import type { Sentence } from "../sentence";
import type { UniversalTag } from "../tags";

/** A word that can be replaced. The part of speech is absent where nothing tells it. */
export interface Candidate {
  readonly index: number;
  readonly tag?: UniversalTag;
}

/** A word put in the place of a word of the sentence. */
export interface Replacement {
  /** The word that it stands for. */
  readonly index: number;
  readonly text: string;
  /** The noun it agrees with. */
  readonly head?: number;
}

/** Where replacements come from: a dictionary or the lexicon, towards one language. */
export interface Replacer {
  readonly language: LanguageCode;
  /** The words it has an entry for, in order. */
  candidates(sentence: Sentence): readonly Candidate[];
  /**
   * Replacements for the chosen candidates. They fill the chosen places in the order they are given, so neighbours may
   * change places (old dogs, perros viejos).
   */
  replace(sentence: Sentence, chosen: readonly number[], random: () => number): readonly Replacement[];
}
