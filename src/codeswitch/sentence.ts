import type { LanguageCode, Script } from "./language";
import type { Reason } from "./reasons";
import type { Word } from "./words";

/** Which of the two sentences of a pair: 0 the first, 1 the second. */
export type Side = 0 | 1;

export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** One sentence in one language. */
export interface Sentence {
  readonly language: LanguageCode;
  readonly text: string;
  readonly words: readonly Word[];
}

/** A word of a switched text: where it comes from and what it stands for. */
export interface SwitchedWord {
  readonly text: string;
  /** As it stands in the sentence, with the signs and the space around it: joined, these are the sentence's text. */
  readonly written: string;
  /** `null` for what belongs to no language, numbers and emoji, or to both: what is spelt alike in them. */
  readonly language: LanguageCode | null;
  readonly script: Script;
  /** The sentence and the index it was taken from; absent for a word that a model, a dictionary or a label gave. */
  readonly source?: { readonly side: Side; readonly index: number };
  /** Indexes of the words of the other sentence that it is aligned to; of the original for a word that replaces some. */
  readonly aligned: readonly number[];
}

/** A place where the language changes, between word `after` and the next, with the rule that allowed it. */
export interface SwitchPoint {
  readonly after: number;
  readonly reason: Reason;
}

/** The common form of switched text, whatever generator made it. */
export interface SwitchedSentence {
  readonly generator: "grammar" | "lexicon" | "entities" | "model" | "agents" | "own";
  /** As it is written: with spaces, punctuation and capitals. */
  readonly text: string;
  readonly words: readonly SwitchedWord[];
  readonly switches: readonly SwitchPoint[];
}
