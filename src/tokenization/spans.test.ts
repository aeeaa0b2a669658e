import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextIndex, touched } from "./spans";

describe("TextIndex", () => {
  it("counts aé你👨 as 1 + 2 + 3 + 4 bytes and 1 + 1 + 1 + 2 UTF-16 units", () => {
    const index = new TextIndex("aé你👨");
    expect([...index.byteOfCodePoint]).toEqual([0, 1, 3, 6, 10]);
    expect([...index.utf16OfCodePoint]).toEqual([0, 1, 2, 3, 5]);
    expect([...index.codePointOfByte]).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4]);
  });

  it("gives a part of a character that character's span", () => {
    const index = new TextIndex("aé你👨");
    expect(index.codePointsOf([4, 5])).toEqual([2, 3]);
    expect(index.codePointsOf([2, 7])).toEqual([1, 4]);
    expect(index.utf16Of(index.codePointsOf([7, 8]))).toEqual([3, 5]);
  });

  it("keeps an empty span empty", () => {
    const index = new TextIndex("aé");
    expect(index.codePointsOf([3, 3])).toEqual([2, 2]);
    expect(index.codePointsOf([2, 2])).toEqual([1, 1]);
  });

  it("turns code points into bytes and UTF-16 and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), (text) => {
        const index = new TextIndex(text);
        for (let i = 0; i < index.codePoints; i++) {
          const span = [i, i + 1] as const;
          expect(index.codePointsOf(index.bytesOf(span))).toEqual(span);
          expect(touched(index.utf16OfCodePoint, index.utf16Of(span))).toEqual(span);
          expect(text.slice(...index.utf16Of(span))).toBe(Array.from(text)[i]);
        }
      }),
    );
  });

  it("refuses half a character, and says where", () => {
    expect(() => new TextIndex("ab\udc00")).toThrowError(/position 2/);
  });
});
