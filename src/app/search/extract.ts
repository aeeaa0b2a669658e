import type { Searched } from "./find";
import { fit, isSlip, loosely, typedWords, wordsOf } from "./match";

/** A piece of a line, and whether it was typed. */
export interface Piece {
  readonly text: string;
  readonly typed: boolean;
}

/** Letters that a line has at most, and those before the first word that was typed. */
const [longest, before] = [150, 40];

/** The line under a title: of its detail and what else is said, that which has most of the typed words, cut around the first. */
export function lineOf({ title, detail, more = "" }: Searched, query: string): readonly Piece[] {
  const typed = typedWords(query);
  const missing = typed.filter((word) => !wordsOf(title).some((own) => isTyped(own, [word])));
  const has = (text: string) => missing.filter((word) => wordsOf(text).some((own) => isTyped(own, [word]))).length;
  const text = has(more) > has(detail) ? more : detail;
  const marked = piecesOf(text, typed);
  return cut(marked);
}

function piecesOf(text: string, typed: readonly string[]): readonly Piece[] {
  return text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, typed: isTyped(loosely(piece), typed) }));
}

function isTyped(word: string, typed: readonly string[]): boolean {
  return typed.some((one) => fit(one, word) > 0 || isSlip(one, word));
}

function cut(pieces: readonly Piece[]): readonly Piece[] {
  const first = Math.max(
    0,
    pieces.findIndex(({ typed }) => typed),
  );
  let start = first;
  for (let room = before; start > 0 && room > 0; start--) room -= pieces[start - 1]!.text.length;
  if (first > 0 && lengthOf(pieces) <= longest) start = 0;
  let end = start;
  for (let room = longest; end < pieces.length && room > 0; end++) room -= pieces[end]!.text.length;
  if (start > 0 && pieces[start]!.text.trim() === "") start += 1;
  const gap = { text: "…", typed: false };
  return [...(start > 0 ? [gap] : []), ...pieces.slice(start, end), ...(end < pieces.length ? [gap] : [])];
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
