import type { Encoder } from "../encoder";
import type { Draw } from "./draws";
import type { Table } from "./maps/tables";
import { copyOf, type NewRow } from "./rows";

/** Vectors of tokens by id. */
export type TokenVectors = ReadonlyMap<number, Float32Array>;

/** How often a word of the source language was linked with one of the target language. */
export interface WordPairCount {
  readonly source: string;
  readonly target: string;
  readonly count: number;
}

/** What new rows can be made from. An initialiser says by `needs` what it reads beyond the two tokenizers. */
export interface Transfer {
  readonly source: Encoder;
  readonly target: Encoder;
  /** Target id to the source id of the same token. */
  readonly shared: ReadonlyMap<number, number>;
  /** Target tokens and the two that were merged into each. */
  readonly merges?: ReadonlyMap<number, readonly [left: number, right: number]>;
  /** Text in the target language. */
  readonly texts?: readonly string[];
  /** In one space. */
  readonly vectors?: { readonly source: TokenVectors; readonly target: TokenVectors };
  readonly wordPairs?: readonly WordPairCount[];
  /** Pieces in Latin letters, as text, and the rows of what they stand for. */
  readonly originals?: ReadonlyMap<string, NewRow>;
  /** The old rows. */
  readonly embedding?: Table;
}

/** One way of making the rows of tokens that the old vocabulary does not have. */
export interface Initialiser {
  readonly name: string;
  readonly title: string;
  readonly reference: string;
  readonly formula: string;
  readonly needs: readonly ("merges" | "texts" | "vectors" | "wordPairs" | "originals" | "embedding")[];
  /** Which shared tokens keep their rows: all, or only those that spell nothing. */
  readonly copies: "all" | "special";
  /** Reads the transfer once; the function returned gives the recipe of a target token. */
  prepare(transfer: Transfer): (id: number) => NewRow;
  /** How rows without a recipe are drawn; with each dimension's mean and deviation where nothing is said. */
  readonly draws?: (transfer: Transfer) => Draw;
}

/** The recipe of every row of the target vocabulary. */
export function initialRows(initialiser: Initialiser, transfer: Transfer): readonly NewRow[] {
  const { shared, target } = transfer;
  const rowOf = initialiser.prepare(transfer);
  return Array.from({ length: target.vocabularySize }, (_, id) => {
    const same = shared.get(id);
    const copied = same !== undefined && (initialiser.copies === "all" || target.bytesOf(id).length === 0);
    return copied ? copyOf(same) : rowOf(id);
  });
}

/** Tokens of both vocabularies: those that spell the same bytes, and special tokens of one name. */
export function sharedTokens(
  source: { readonly encoder: Encoder; readonly vocabulary: ReadonlyMap<string, number> },
  target: { readonly encoder: Encoder; readonly vocabulary: ReadonlyMap<string, number> },
): ReadonlyMap<number, number> {
  const known = new Map([...source.vocabulary].map(([piece, id]) => [keyOf(source.encoder, piece, id), id]));
  const shared = new Map<number, number>();
  for (const [piece, id] of target.vocabulary) {
    const same = known.get(keyOf(target.encoder, piece, id));
    if (same !== undefined) shared.set(id, same);
  }
  return shared;
}

function keyOf(encoder: Encoder, piece: string, id: number): string {
  const bytes = encoder.bytesOf(id);
  return bytes.length === 0 ? `special ${piece}` : `bytes ${bytes.join(" ")}`;
}

/** Source ids that spell a target token: of its text, else (where it cuts a character) of its bytes one by one. */
export function sourcePieces({ source, target }: Transfer): (id: number) => readonly number[] {
  const single = new Map<number, number>();
  for (let id = 0; id < source.vocabularySize; id++) {
    const bytes = source.bytesOf(id);
    if (bytes.length === 1) single.set(bytes[0]!, id);
  }
  return (id) => {
    const bytes = target.bytesOf(id);
    try {
      return source.encode(strict.decode(bytes)).map((token) => token.id);
    } catch {
      return Array.from(bytes, (byte) => single.get(byte)).filter((row) => row !== undefined);
    }
  };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
