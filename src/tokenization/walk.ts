import { readSpelling } from "./byte-alphabet";
import { bare, byteOfFallback, type Spelling } from "./hf-model";
import { utf8Width } from "./spans";

/** The pieces that a model made of one pre-token. */
export interface PreToken {
  readonly text: string;
  readonly pieces: readonly string[];
  readonly unknown: string | undefined;
}

const utf8 = new TextEncoder();
const reader = new TextDecoder("utf-8", { ignoreBOM: true });
const space = 0x20;

/** Where the first piece of a pre-token begins, and where each ends. */
export interface Walked {
  readonly start: number;
  readonly ends: readonly number[];
}

/**
 * Finds the pieces of a pre-token in the normalised bytes, from `from` on. `undefined` when they are not there. White space may stand before a pre-token where a pre-tokenizer drops it; a space that a tokenizer
 * adds at its beginning takes no bytes. Every other byte must be matched.
 */
export function walk(preToken: PreToken, bytes: Uint8Array, from: number, spelling: Spelling): Walked | undefined {
  for (let start: number | undefined = from; start !== undefined; start = afterWhiteSpace(bytes, start)) {
    const ends = walkFrom(preToken, bytes, start, spelling);
    if (ends !== undefined) return { start, ends };
    if (!spelling.dropsWhiteSpace) return undefined;
  }
  return undefined;
}

function walkFrom(
  preToken: PreToken,
  bytes: Uint8Array,
  start: number,
  spelling: Spelling,
): readonly number[] | undefined {
  const ends: number[] = [];
  let at: number | undefined = start;
  for (const piece of preToken.pieces) {
    at = matchPiece(piece, preToken, bytes, at, ends.length === 0, spelling);
    if (at === undefined) return undefined;
    ends.push(at);
  }
  return ends;
}

function matchPiece(
  piece: string,
  preToken: PreToken,
  bytes: Uint8Array,
  at: number,
  first: boolean,
  spelling: Spelling,
): number | undefined {
  if (piece === preToken.unknown) {
    if (spelling.unknownIsWord) return matchBytes(utf8.encode(preToken.text), bytes, at);
    return at < bytes.length ? at + widthAt(bytes, at) : undefined;
  }
  if (spelling.byteLevel) {
    const spelled = readSpelling(piece);
    if (spelled === undefined) return undefined;
    const added = first && spelled[0] === space && bytes[at] !== space;
    return matchBytes(added ? spelled.subarray(1) : spelled, bytes, at);
  }
  const byte = spelling.byteFallback ? byteOfFallback(piece) : undefined;
  if (byte !== undefined) return bytes[at] === byte ? at + 1 : undefined;
  return matchCharacters(bare(piece, spelling), bytes, at, first);
}

function matchCharacters(piece: string, bytes: Uint8Array, from: number, first: boolean): number | undefined {
  let at: number | undefined = from;
  let mayBeAdded = first;
  for (const character of piece) {
    if (character === "▁" && bytes[at] === space) at += 1;
    else {
      const after: number | undefined = matchBytes(utf8.encode(character), bytes, at);
      if (after !== undefined) at = after;
      else if (!(character === "▁" && mayBeAdded)) return undefined;
    }
    mayBeAdded = false;
  }
  return at;
}

function matchBytes(wanted: Uint8Array, bytes: Uint8Array, at: number): number | undefined {
  for (let i = 0; i < wanted.length; i++) if (wanted[i] !== bytes[at + i]) return undefined;
  return at + wanted.length;
}

/** The position after the white-space character at `at`; `undefined` when there is none. */
function afterWhiteSpace(bytes: Uint8Array, at: number): number | undefined {
  if (at >= bytes.length) return undefined;
  const width = widthAt(bytes, at);
  return /^\s$/u.test(reader.decode(bytes.subarray(at, at + width))) ? at + width : undefined;
}

function widthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return utf8Width(0);
  if (lead < 0xe0) return utf8Width(0x80);
  return lead < 0xf0 ? utf8Width(0x800) : utf8Width(0x10000);
}
