import { readSpelling } from "../../../tokenization/byte-alphabet";
import { showBytes } from "../../../tokenization/catalogue";
import type { Encoder } from "../../../tokenization/encoder";
import type { Replay, ReplayStep } from "../../../tokenization/replay/replay";

/** How a tokenizer's pieces are to be read: in the byte alphabet, or as they stand. */
export type PieceReader = "bytes" | "text";

/** Byte-level vocabularies spell é in two letters of their alphabet. */
export function pieceReader(encoder: Encoder): PieceReader {
  const [chunk] = encoder.replaying?.chunks("é") ?? [];
  return chunk?.text.includes("Ã©") ? "bytes" : "text";
}

/** A piece for reading. */
export function showPiece(reader: PieceReader, piece: string): string {
  const bytes = reader === "bytes" ? readSpelling(piece) : undefined;
  return bytes ? showBytes(bytes) : piece;
}

export const notes: Readonly<Record<ReplayStep["note"], string>> = {
  begin: "begin",
  merge: "merge",
  whole: "whole word is a token",
  bytes: "not in the vocabulary: bytes",
  path: "best so far",
  match: "longest match",
  unknown: "unknown",
  added: "added token",
};

/** What decides in each method, for reading beside the steps. */
export const methods: Readonly<
  Record<
    Replay["method"],
    {
      readonly idea: string;
      readonly formula: string;
      readonly source: string;
      readonly score: { readonly label: string; readonly digits: number };
    }
  >
> = {
  merges: {
    idea: "Of all neighbours the pair that was learnt first is joined, the leftmost of equals, until no pair was ever learnt. A low rank means a pair that was frequent in the text the vocabulary was made from.",
    formula: "next = argmin rank(sᵢ, sᵢ₊₁)",
    source: "Sennrich et al. 2016 (arXiv 1508.07909); on bytes: Radford et al. 2019",
    score: { label: "Rank", digits: 0 },
  },
  "best-path": {
    idea: "For every place of the word the cut into pieces with the largest sum of log probabilities up to there is kept; the last row is the result. Earlier rows can be given up again.",
    formula: "best(j) = max over i of best(i) + log p(s[i:j])",
    source: "Kudo 2018, Unigram (arXiv 1804.10959), by Viterbi's algorithm",
    score: { label: "Log probability", digits: 2 },
  },
  "longest-match": {
    idea: "The longest piece that the rest begins with is cut off, again and again. Where none fits, the whole word is unknown.",
    formula: "next = longest v in V with rest = v …",
    source: "Schuster and Nakajima 2012, WordPiece; Devlin et al. 2019",
    score: { label: "Score", digits: 0 },
  },
  added: {
    idea: "Added tokens are looked for in the text before it is cut.",
    formula: "text = … token …",
    source: "Hugging Face tokenizers, added_tokens",
    score: { label: "Score", digits: 0 },
  },
};
