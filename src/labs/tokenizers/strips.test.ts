import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createByteEncoder } from "../../tokenization/byte-encoder";
import { createCodePointEncoder } from "../../tokenization/character-encoder";
import { TextIndex } from "../../tokenization/spans";
import { packStrip, tokensApart, tokensIn, tokensTouching, unpackStrip, windowsOf } from "./strips";

const anyText = fc.string({ unit: "grapheme", maxLength: 80 });

describe("strips", () => {
  it("come back from a recording as they were", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = createByteEncoder().encode(text);
        expect(unpackStrip(new TextIndex(text), packStrip(tokens))).toEqual(tokens);
      }),
    );
  });

  it("are cut into windows that cover the text, each of at most so many graphemes", () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, size) => {
        const windows = windowsOf(text, size);
        expect(windows.map((window) => text.slice(...window)).join("")).toBe(text);
        for (const window of windows) {
          expect(Array.from(segmenter.segment(text.slice(...window))).length).toBeLessThanOrEqual(size);
        }
      }),
    );
  });

  it("are cut before a space where there is one: 'ab cd ef' by 4 is 'ab', ' cd', ' ef'", () => {
    expect(windowsOf("ab cd ef", 4).map((window) => "ab cd ef".slice(...window))).toEqual(["ab", " cd", " ef"]);
  });

  it("give every token to one window", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = createByteEncoder().encode(text);
        const taken = windowsOf(text, 7).flatMap((window) => tokens.slice(...tokensIn(tokens, window)));
        expect(taken).toEqual(tokens);
      }),
    );
  });

  it("mark the tokens that another tokenizer does not cut so: of 'né' in bytes and in characters the two of é", () => {
    const [bytes, characters] = [createByteEncoder().encode("né"), createCodePointEncoder().encode("né")];
    expect([...tokensApart(bytes, characters)]).toEqual([1, 2]);
    expect([...tokensApart(characters, bytes)]).toEqual([1]);
    expect([...tokensApart(bytes, bytes)]).toEqual([]);
  });

  it("link a span to the tokens that share bytes with it", () => {
    const tokens = createByteEncoder().encode("né");
    expect([...tokensTouching(tokens, [1, 3])]).toEqual([1, 2]);
    expect([...tokensTouching(tokens, [2, 2])]).toEqual([]);
  });
});
