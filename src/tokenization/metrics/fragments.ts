import type { Token } from "../encoder";
import { byteLength } from "../spans";
import { ratio, type Sample, sum, type TextMetric, tokenCount } from "./metric";

/** Share of tokens that are no character at all: part of one, or the unknown token. */
export const fragmentShare: TextMetric = {
  kind: "text",
  id: "fragments",
  name: "Byte fragments and unknowns",
  formula: "|{tokens that hold part of a code point, or are unknown}| / Σ tokens",
  convention: "Byte-level and byte-fallback vocabularies spell what they lack in bytes; others have one unknown token.",
  source: "Rust et al. 2021 (unknowns); Petrov et al. 2023",
  unit: "share of tokens",
  better: "lower",
  digits: 3,
  compute: (sample) =>
    ratio(sum(sample.lines.map(({ text, tokens }) => countFragments(text, tokens, sample))), tokenCount(sample)),
};

function countFragments(text: string, tokens: readonly Token[], { encoder }: Sample): number {
  return tokens.filter((token) => token.id === encoder.unknownId || isFragment(text, token)).length;
}

/** Whether a token begins or ends inside a code point. */
export function isFragment(text: string, { bytes, utf16 }: Token): boolean {
  return bytes[1] - bytes[0] < byteLength(text.slice(...utf16));
}
