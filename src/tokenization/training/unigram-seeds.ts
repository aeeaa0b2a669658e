import type { WordCounts } from "./pre-tokens";

const longestPiece = 16;

/** The distinct words with every seed piece that stands in them. Places are code points. */
export interface WordLattice {
  /** Seed pieces; the first `characters` are single characters. */
  readonly pieces: readonly string[];
  readonly characters: number;
  readonly idOf: ReadonlyMap<string, number>;
  readonly frequencies: Float64Array;
  readonly counts: readonly number[];
  readonly lengths: Int32Array;
  /** Of word w the edges `offsets[w]` to `offsets[w + 1]`, by their ends, then their starts. */
  readonly offsets: Int32Array;
  readonly edgeStart: Uint16Array;
  readonly edgeEnd: Uint16Array;
  readonly edgePiece: Int32Array;
}

/**
 * All substrings of words that occur twice, of up to 16 characters, the `most` with the largest frequency times length. They are
 * counted length by length: a substring can only be frequent where the one shorter by its last character is.
 */
export function seedPieces(words: WordCounts, alphabet: readonly string[], most: number): WordLattice {
  const texts = [...words.keys()].flatMap((word) =>
    chunked(Array.from(word)).map((characters) => ({ word, characters })),
  );
  const counts = texts.map(({ word }) => words.get(word)!);
  const frequency = new Map<string, number>();
  let level = countOf((at, text) => text[at]!);
  for (const character of alphabet) frequency.set(character, level.get(character)!);
  for (let length = 2; length <= longestPiece && level.size > 0; length++) {
    const shorter = level;
    level = countOf((at, text) => {
      if (at + length > text.length) return undefined;
      const key = text.slice(at, at + length).join("");
      return shorter.has(key.slice(0, key.length - text[at + length - 1]!.length)) ? key : undefined;
    });
    for (const [piece, times] of level) {
      if (times < 2) level.delete(piece);
      else frequency.set(piece, times);
    }
  }
  const longer = [...frequency.keys()].slice(alphabet.length);
  const gain = new Map(longer.map((piece) => [piece, frequency.get(piece)! * Array.from(piece).length]));
  longer.sort((a, b) => gain.get(b)! - gain.get(a)! || (a < b ? -1 : 1));
  const pieces = [...alphabet, ...longer.slice(0, most)];
  const idOf = new Map(pieces.map((piece, id) => [piece, id]));
  return {
    pieces,
    characters: alphabet.length,
    idOf,
    frequencies: Float64Array.from(pieces, (piece) => frequency.get(piece)!),
    counts,
    lengths: Int32Array.from(texts, ({ characters }) => characters.length),
    ...edgesOf(
      texts.map(({ characters }) => characters),
      idOf,
    ),
  };

  function countOf(keyAt: (at: number, text: readonly string[]) => string | undefined) {
    const found = new Map<string, number>();
    for (const [word, { characters }] of texts.entries()) {
      for (let at = 0; at < characters.length; at++) {
        const key = keyAt(at, characters);
        if (key !== undefined) found.set(key, (found.get(key) ?? 0) + counts[word]!);
      }
    }
    return found;
  }
}

/** Words longer than this (text without spaces) are read in parts: the likelihood of a part needs no more context. */
const longestWord = 1000;

function chunked(characters: readonly string[]): readonly (readonly string[])[] {
  if (characters.length <= longestWord) return [characters];
  return Array.from({ length: Math.ceil(characters.length / longestWord) }, (_, part) =>
    characters.slice(part * longestWord, (part + 1) * longestWord),
  );
}

function edgesOf(texts: readonly (readonly string[])[], idOf: ReadonlyMap<string, number>) {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const offsets = new Int32Array(texts.length + 1);
  for (const [word, text] of texts.entries()) {
    for (let end = 1; end <= text.length; end++) {
      for (let start = Math.max(0, end - longestPiece); start < end; start++) {
        const id = idOf.get(text.slice(start, end).join(""));
        if (id === undefined) continue;
        starts.push(start);
        ends.push(end);
        ids.push(id);
      }
    }
    offsets[word + 1] = ids.length;
  }
  return {
    offsets,
    edgeStart: Uint16Array.from(starts),
    edgeEnd: Uint16Array.from(ends),
    edgePiece: Int32Array.from(ids),
  };
}
