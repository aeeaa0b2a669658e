import type { Encoder, Token } from "../encoder";
import { sum } from "../../vectors";

/** One line of text as one tokenizer cuts it. */
export interface TokenizedLine {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What a metric looks at: lines of one language under one tokenizer. */
export interface Sample {
  readonly encoder: Encoder;
  readonly lines: readonly TokenizedLine[];
  /** BCP 47, for finding words; unknown where the text is the user's. */
  readonly language?: string | undefined;
}

/** What a metric says of itself. */
interface Description {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  /** What is counted as what: papers differ, and so do their numbers. */
  readonly convention: string;
  readonly source: string;
  /** What a number of it counts, such as "tokens per word". */
  readonly unit: string;
  /** `one`: even at 1. `none`: neither end is better in itself. */
  readonly better: "lower" | "higher" | "one" | "none";
  /** Decimals worth showing. */
  readonly digits: number;
}

/** What a line adds to the two sides of a ratio of sums. */
export type Parts = readonly [numerator: number, denominator: number];

/** How many ids occur so many times, most frequent first. */
export type Frequencies = readonly (readonly [times: number, ids: number])[];

/** Of one text. `null` where it is not defined: no tokens, no words. */
export interface TextMetric extends Description {
  readonly kind: "text";
  compute(sample: Sample): number | null;
  /** Of a metric that looks at nothing but how often ids occur. */
  readonly ofFrequencies?: (frequencies: Frequencies, encoder: Encoder) => number | null;
  /** Of a metric that is a ratio of sums over lines: what each adds; nothing where it is not defined. */
  readonly parts?: (sample: Sample) => readonly Parts[];
}

/** Of one text against the same content in the language of reference; line i of one is line i of the other. */
export interface PairMetric extends Description {
  readonly kind: "pair";
  compute(sample: Sample, reference: Sample): number | null;
  /** Of a metric that is a ratio of sums over lines: what each adds. */
  readonly parts?: (sample: Sample, reference: Sample) => readonly Parts[];
}

/** Of one tokenizer over several languages that say the same. */
export interface LanguagesMetric extends Description {
  readonly kind: "languages";
  compute(samples: readonly Sample[]): number | null;
}

export type Metric = TextMetric | PairMetric | LanguagesMetric;

/** Cuts lines into tokens, without special tokens. */
export function sampleOf(encoder: Encoder, lines: readonly string[], language?: string): Sample {
  return { encoder, lines: lines.map((text) => ({ text, tokens: encoder.encode(text) })), language };
}

export function tokenCount(sample: Sample): number {
  return sum(sample.lines.map((line) => line.tokens.length));
}

/** `null` where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** A metric of a text that is a ratio of sums over its lines. */
export function ratioOfLines(
  partsOf: (line: TokenizedLine, sample: Sample) => Parts,
  defined: (sample: Sample) => boolean = () => true,
): Required<Pick<TextMetric, "compute" | "parts">> {
  const parts = (sample: Sample) => (defined(sample) ? sample.lines.map((line) => partsOf(line, sample)) : []);
  return { parts, compute: (sample) => ratioOfParts(parts(sample)) };
}

/** The same of two texts that say the same, line by line. */
export function ratioOfPairs(
  partsOf: (line: TokenizedLine, reference: TokenizedLine) => Parts,
): Required<Pick<PairMetric, "compute" | "parts">> {
  const parts = (sample: Sample, { lines }: Sample) =>
    sample.lines.flatMap((line, i) => (lines[i] ? [partsOf(line, lines[i])] : []));
  return { parts, compute: (sample, reference) => ratioOfParts(parts(sample, reference)) };
}

/** Total over total; `null` where the totals are of nothing. */
export function ratioOfParts(parts: readonly Parts[]): number | null {
  return ratio(sum(parts.map(([numerator]) => numerator)), sum(parts.map(([, denominator]) => denominator)));
}

/** A metric of a text that looks at nothing but how often ids occur. */
export function ofFrequencies(
  compute: (frequencies: Frequencies, encoder: Encoder) => number | null,
): Required<Pick<TextMetric, "compute" | "ofFrequencies">> {
  return { ofFrequencies: compute, compute: (sample) => compute(frequenciesOf(idCounts(sample)), sample.encoder) };
}

/** How often each id occurs, in the order of first occurrence. */
function idCounts(sample: Sample): readonly number[] {
  const counts = new Map<number, number>();
  for (const { tokens } of sample.lines) for (const { id } of tokens) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.values()];
}

/** How many of the counts are so large, without those that are 0. */
export function frequenciesOf(counts: ArrayLike<number>): Frequencies {
  const ids = new Map<number, number>();
  for (let i = 0; i < counts.length; i++) {
    const times = counts[i]!;
    if (times > 0) ids.set(times, (ids.get(times) ?? 0) + 1);
  }
  return [...ids].sort(([a], [b]) => b - a);
}

/** How many different ids occur. */
export function typesOf(frequencies: Frequencies): number {
  return sum(frequencies.map(([, ids]) => ids));
}

/** How many tokens there are. */
export function tokensOf(frequencies: Frequencies): number {
  return sum(frequencies.map(([times, ids]) => times * ids));
}
