import type { Token } from "../encoder";
import { byteOfFallback } from "../hf-model";
import { byteLength } from "../spans";
import { ratioOfLines, type TextMetric } from "./metric";

/** Share of tokens that are bytes for want of a piece: part of a character, or a fallback byte. */
export const fragmentShare: TextMetric = {
  kind: "text",
  id: "fragments",
  name: "Byte fragments",
  formula: "|{tokens that hold part of a code point, or are a byte <0xNN>}| / Σ tokens",
  convention:
    "Byte-level and byte-fallback vocabularies spell what they lack in bytes. Unknown tokens are counted apart.",
  source: "Petrov et al. 2023",
  unit: "share of tokens",
  better: "lower",
  digits: 3,
  ...ratioOfLines(({ text, tokens }, { encoder }) => [
    tokens.filter((token) => token.id !== encoder.unknownId && isByte(text, token)).length,
    tokens.length,
  ]),
};

/** Share of tokens that say only that the vocabulary has nothing. */
export const unknownShare: TextMetric = {
  kind: "text",
  id: "unknowns",
  name: "Unknown tokens",
  formula: "|{tokens that are the unknown token}| / Σ tokens",
  convention: "Only vocabularies without bytes have any: WordPiece for a word, Unigram for a run of characters.",
  source: "Rust et al. 2021",
  unit: "share of tokens",
  better: "lower",
  digits: 3,
  ...ratioOfLines(({ tokens }, { encoder }) => [
    tokens.filter(({ id }) => id === encoder.unknownId).length,
    tokens.length,
  ]),
};

function isByte(text: string, token: Token): boolean {
  return isFragment(text, token) || byteOfFallback(token.piece) !== undefined;
}

/** Whether a token begins or ends inside a code point. */
export function isFragment(text: string, { bytes, utf16 }: Token): boolean {
  return bytes[1] - bytes[0] < byteLength(text.slice(...utf16));
}
