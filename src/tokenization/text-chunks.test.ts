import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createByteEncoder } from "./byte-encoder";
import { createCodePointEncoder } from "./character-encoder";
import { graphemeStarts } from "./segments";
import { textChunks } from "./text-chunks";

const characters = createCodePointEncoder();

function texts(text: string, size: number, overlap: number, encoder = characters): readonly string[] {
  return textChunks(text, encoder.encode(text), size, overlap).map(({ span }) => text.slice(...span));
}

describe("a text in chunks of so many tokens", () => {
  it("is cut before white space in the second half of a chunk, else where the chunk is full", () => {
    expect(texts("ab cd ef", 4, 0)).toEqual(["ab", " cd", " ef"]);
    expect(texts("abcdefghij kl", 4, 0)).toEqual(["abcd", "efgh", "ij", " kl"]);
  });

  it("overlaps by as many tokens as it is told, or fewer where graphemes are longer", () => {
    expect(texts("abcdef", 4, 2)).toEqual(["abcd", "cdef"]);
    // Three bytes a letter: an overlap of four bytes is one letter.
    expect(texts("अकग", 6, 4, createByteEncoder())).toEqual(["अक", "कग"]);
  });

  it("leaves a grapheme whole that has more tokens than a chunk may have", () => {
    expect(texts("a👨‍👩‍👧‍👦b", 3, 0)).toEqual(["a", "👨‍👩‍👧‍👦", "b"]);
  });

  it("covers the text at grapheme boundaries, with no chunk too long that could be cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (text, size) => {
        const chunks = textChunks(text, createByteEncoder().encode(text), size, 0);
        expect(chunks.map(({ span }) => text.slice(...span)).join("")).toBe(text);
        for (const { span, tokens } of chunks) {
          expect(tokens).toBe(Buffer.byteLength(text.slice(...span)));
          if (tokens > size) expect(graphemeStarts(text.slice(...span)).length).toBe(2);
        }
      }),
      { numRuns: 50 },
    );
  });
});
