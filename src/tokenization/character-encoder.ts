import type { Encoder, Token } from "./encoder";
import { graphemesOf } from "./segments";
import { byteLength, TextIndex } from "./spans";
import { withSpans } from "./token-builder";

const utf8 = new TextEncoder();

/** One token a code point; the id is the code point. The vocabulary is Unicode's 1,112,064 scalar values. */
export function createCodePointEncoder(): Encoder {
  return {
    id: "code-points",
    name: "Code points",
    vocabularySize: 1_112_064,
    encode(text) {
      const index = new TextIndex(text);
      return withSpans(
        index,
        Array.from(text, (character, at) => ({
          id: character.codePointAt(0) as number,
          piece: character,
          end: index.byteOfCodePoint[at + 1] as number,
          special: false,
        })),
      );
    },
    decode: (ids) => ids.map((id) => String.fromCodePoint(id)).join(""),
    bytesOf: (id) => utf8.encode(String.fromCodePoint(id)),
  };
}

/**
 * One token a grapheme, what a reader calls a character (Unicode UAX 29, by Intl.Segmenter). There is no fixed vocabulary:
 * ids are given out from 0 in the order in which this encoder meets new graphemes, and `vocabularySize` counts them.
 */
export function createGraphemeEncoder(): Encoder {
  const known: string[] = [];
  const ids = new Map<string, number>();
  function idOf(grapheme: string): number {
    const id = ids.get(grapheme) ?? known.length;
    if (id === known.length) {
      known.push(grapheme);
      ids.set(grapheme, id);
    }
    return id;
  }
  return {
    id: "graphemes",
    name: "Graphemes",
    get vocabularySize() {
      return known.length;
    },
    encode(text): readonly Token[] {
      const index = new TextIndex(text);
      let end = 0;
      return withSpans(
        index,
        graphemesOf(text).map(({ text: segment }) => {
          end += byteLength(segment);
          return { id: idOf(segment), piece: segment, end, special: false };
        }),
      );
    },
    decode: (wanted) => wanted.map((id) => known[id] ?? "").join(""),
    bytesOf: (id) => utf8.encode(known[id] ?? ""),
  };
}
