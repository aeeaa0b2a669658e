import type { Upos } from "../realise/word";
import type { Piece } from "./checker";

/** It may be one of these parts of speech. */
export function is(piece: Piece | undefined, ...kinds: readonly Upos[]): boolean {
  return piece?.readings.some(({ upos }) => kinds.includes(upos)) ?? false;
}

/** It is known and can be nothing else. */
export function isOnly(piece: Piece | undefined, ...kinds: readonly Upos[]): boolean {
  return piece !== undefined && piece.readings.length > 0 && piece.readings.every(({ upos }) => kinds.includes(upos));
}

/** One of its readings has the feature. */
export function has(piece: Piece | undefined, name: string, value: string): boolean {
  return piece?.readings.some(({ features }) => features[name] === value) ?? false;
}

export function isUnknown(piece: Piece): boolean {
  return !piece.isSign && piece.readings.length === 0;
}

export function isVerb(piece: Piece | undefined): boolean {
  return isOnly(piece, "VERB", "AUX");
}

export function lower(piece: Piece | undefined): string {
  return piece?.text.toLowerCase() ?? "";
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(" ");
}
