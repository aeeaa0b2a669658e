import type { Document } from "../../experiments/documents/tokenizers";
import type { Interval } from "../../tokenization/metrics/estimate";
import type { HalfWordResult } from "./half-word/result";
import type { OneOrFiveResult } from "./one-or-five/result";
import type { MarkovResult } from "./why-tokenize/result";
import type { RomaniseResult } from "./romanise/result";
import type { ChangeResult, TrainedResult } from "./vocabulary/result";

/** Numbers of one text by metric id; null where a metric is not defined. */
export type Scores = Readonly<Record<string, number | null>>;

/** Bootstrap intervals by metric id, of those that have one. */
export type Intervals = Readonly<Record<string, Interval>>;

/** Tokens in the shape in which recordings keep them: `ends` in UTF-8 bytes, each token begins where the last one ended. */
export interface StripResult {
  readonly ids: readonly number[];
  readonly pieces: readonly string[];
  readonly ends: readonly number[];
  /** Indices of special tokens. */
  readonly special: readonly number[];
}

export interface TokenizerResult {
  readonly id: string;
  readonly name: string;
  readonly vocabularySize: number;
  /** Of the user's text. */
  readonly strip: StripResult;
  /** Tokens that the template would add to the text. */
  readonly templateTokens: number;
  /** Whether decoding the ids gives the text again, letter by letter. */
  readonly reversible: boolean;
  readonly scores: Scores;
  /** By language of the parallel sentences. */
  readonly languages: Readonly<Record<string, Scores>>;
  /** Of the same, where the lines are drawn anew; recordings of before have none. */
  readonly intervals?: Readonly<Record<string, Intervals>>;
  /** How unevenly the cost falls on these languages. */
  readonly gini: number | null;
  /** Where it lies when the sentences are drawn anew; recordings of before have none. */
  readonly giniInterval?: Interval;
}

/** A tokenizer that could not be had, and why. */
export interface MissingTokenizer {
  readonly id: string;
  readonly what: string;
  readonly remedy: string;
}

export interface TokenizersResult {
  readonly text: string;
  /** Whether the strips hold the template's tokens. */
  readonly specialTokens: boolean;
  readonly reference: string;
  readonly languages: readonly string[];
  readonly tokenizers: readonly TokenizerResult[];
  readonly missing: readonly MissingTokenizer[];
  /** Of a vocabulary that was changed; then nothing was compared. */
  readonly change?: ChangeResult;
  /** Of a tokenizer that was trained; then nothing was compared. */
  readonly trained?: TrainedResult;
  /** Of a word that was given letter by letter; then nothing was compared. */
  readonly halfWord?: HalfWordResult;
  /** Of texts in Latin letters. */
  readonly romanised?: RomaniseResult;
  /** Of vocabularies trained on one language each, and on all. */
  readonly oneOrFive?: OneOrFiveResult;
  /** Of what a Markov source wrote. */
  readonly markov?: MarkovResult;
}

/** A result without tokenizers, of tasks that compare none. */
export function emptyResult({ text, specialTokens, reference, languages }: Document): TokenizersResult {
  return { text, specialTokens, reference, languages, tokenizers: [], missing: [] };
}

/** The tokenizer whose languages are ranked; the first one where the wanted one is not among the results. */
export function rankedTokenizer({ tokenizers }: TokenizersResult, id: string): TokenizerResult | undefined {
  return tokenizers.find((tokenizer) => tokenizer.id === id) ?? tokenizers[0];
}
