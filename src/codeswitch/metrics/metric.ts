import type { LanguageCode } from "../language";
import type { UniversalTag } from "../tags";

/** What the measures read of a word: its language, or `null` for what belongs to none (numbers, emoji, signs) or to both (names spelt alike). */
export interface TaggedWord {
  readonly language: LanguageCode | null;
  readonly tag?: UniversalTag;
}

/** A measure of how a text mixes languages. One file each; all are listed in `index.ts`. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  /** What its lowest and its highest value mean, in the reader's words. */
  readonly ends: string;
  /** With N words that have a language, w_i of language i, P switches, k languages, span lengths τ. */
  readonly formula: string;
  readonly reference: string;
  /** Lowest and highest value. */
  readonly range: readonly [number, number];
  /** Of one utterance. `undefined` where the measure is not defined, such as burstiness of a single span. */
  measure(words: readonly TaggedWord[]): number | undefined;
}
