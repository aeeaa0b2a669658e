import type { Measure } from "./measure";

/** A scored text: its information content under a model and its length in UTF-8. */
export interface ScoredText {
  /** -sum log2 p over the counted tokens. */
  readonly bits: number;
  readonly bytes: number;
}

/** Comparable between tokenizers and languages of one script, unlike perplexity a token. 8 is a uniform byte model. */
export const bitsPerByte: Measure<ScoredText> = {
  id: "bits-per-byte",
  name: "Bits per byte",
  unit: "bits/byte",
  better: "lower",
  source: "Gao et al. 2020 (The Pile, 2101.00027), section 3.1",
  parts: ({ bits, bytes }) => [bits, bytes],
};

/**
 * The part of a text that begins at a byte, from the natural log-probabilities [S] and byte spans [S] of its tokens. A
 * token across the border counts with all its bits and with the bytes that lie behind the border.
 */
export function scoreOfPart(
  logProbabilities: readonly number[],
  spans: readonly (readonly [start: number, end: number])[],
  fromByte: number,
): ScoredText {
  let nats = 0;
  let bytes = 0;
  for (const [token, [start, end]] of spans.entries()) {
    if (end <= fromByte || end === start) continue;
    nats -= logProbabilities[token] ?? 0;
    bytes += end - Math.max(start, fromByte);
  }
  return { bits: nats / Math.LN2, bytes };
}
