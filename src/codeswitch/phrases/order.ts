import type { Random } from "../../random";
import { shuffled } from "../generate/shuffle";

/** A stretch of a text: a phrase or a word of no phrase, or the signs and spaces between them. */
export interface Piece {
  readonly text: string;
  readonly isUnit: boolean;
}

/**
 * Cuts a sentence into units, phrases and the words outside them, and what stands between. Joined, the pieces are the text. A phrase
 * is given by its words' places; one whose words are not neighbours is cut into words. `written` is a word with its signs.
 */
export function piecesOf(
  words: readonly { readonly text: string; readonly written: string }[],
  phrases: readonly (readonly number[])[],
): readonly Piece[] {
  const whole = phrases.filter((places) => places.every((place, index) => place === places[0]! + index));
  const isJoined = (place: number): boolean =>
    whole.some((places) => places.includes(place) && places.includes(place - 1));
  const pieces: Piece[] = [];
  for (const [place, { text, written }] of words.entries()) {
    const at = written.indexOf(text);
    const [before, after] = [written.slice(0, at), written.slice(at + text.length)];
    const gap = (pieces.at(-1)?.isUnit === false ? pieces.pop()!.text : "") + before;
    if (isJoined(place)) pieces.push({ text: pieces.pop()!.text + gap + text, isUnit: true });
    else pieces.push({ text: gap, isUnit: false }, { text, isUnit: true });
    pieces.push({ text: after, isUnit: false });
  }
  return pieces.filter(({ text }) => text !== "");
}

/** The units in an order drawn by chance; signs and spaces keep their places (Semantic-aware Permutation Training). */
export function permuted(pieces: readonly Piece[], random: Random): readonly Piece[] {
  return refilled(pieces, shuffled(unitsOf(pieces), random));
}

/**
 * The units from the last to the first, each as it reads; signs and spaces keep their places, so that reversing twice restores the text.
 * After reverse training that preserves entities (Golovneva et al. 2024), which also turns the signs round.
 */
export function reversed(pieces: readonly Piece[]): readonly Piece[] {
  return refilled(pieces, unitsOf(pieces).toReversed());
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Units in their order. */
export function unitsOf(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ isUnit }) => isUnit);
}

function refilled(pieces: readonly Piece[], units: readonly Piece[]): readonly Piece[] {
  let next = 0;
  return pieces.map((piece) => (piece.isUnit ? units[next++]! : piece));
}
