import { identify } from "../../codeswitch/identify";
import type { GeneratedToken, Score } from "../../engine/engine";
import { scoreOfPart } from "../../measures/bits-per-byte";
import { changedTokens } from "../../measures/changed-tokens";
import { distinct } from "../../measures/distinct-n";
import { measureOne } from "../../measures/measure";
import type { Continuation, Piece } from "./result";

/** The tokens of one row as they came. */
export type Row = readonly Pick<GeneratedToken, "id" | "text">[];

/** Tokens that add no text while a character is incomplete are joined to the one that completes it. */
function piecesOf(row: Row): readonly Omit<Piece, "changed">[] {
  const pieces: { ids: number[]; text: string }[] = [];
  let open: number[] = [];
  for (const { id, text } of row) {
    open.push(id);
    if (text === "") continue;
    pieces.push({ ids: open, text });
    open = [];
  }
  return pieces;
}

/** A row read: its text, its language among the candidates, and what differs from the baseline's row. */
export function readContinuation(row: Row, baseline: Row, candidates: readonly string[]): Continuation {
  const pieces = piecesOf(row);
  const key = (piece: Omit<Piece, "changed">) => piece.ids.join();
  const { after } = changedTokens({ before: piecesOf(baseline).map(key), after: pieces.map(key) });
  const text = pieces.map((piece) => piece.text).join("");
  const { language, probability } = identify(text, candidates);
  const distinct2 = measureOne(
    distinct(2),
    row.map(({ id }) => id),
  );
  return {
    text,
    pieces: pieces.map((piece, index) => ({ ...piece, changed: after[index] ?? false })),
    language: language === "und" ? null : language,
    probability,
    bits: null,
    bytes: null,
    distinct2: Number.isNaN(distinct2) ? null : distinct2,
  };
}

/** Adds the bits and bytes of the continuation, from the score of prompt and continuation as one text. */
export function withScore(continuation: Continuation, prompt: string, score: Score): Continuation {
  const { bits, bytes } = scoreOfPart(
    score.logProbabilities,
    score.tokens.map((token) => token.bytes),
    new TextEncoder().encode(prompt).length,
  );
  return { ...continuation, bits, bytes };
}
