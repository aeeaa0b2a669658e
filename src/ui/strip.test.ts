import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Token } from "../tokenization/encoder";
import { stripCells } from "./strip";

/** Tokens that end at the given byte offsets of the text, with the spans an encoder gives. */
function tokensAt(text: string, ends: readonly number[]): readonly Token[] {
  const characters = Array.from(text);
  const starts: { byte: number; unit: number }[] = [];
  let byte = 0;
  let unit = 0;
  for (const character of characters) {
    starts.push({ byte, unit });
    byte += new TextEncoder().encode(character).length;
    unit += character.length;
  }
  starts.push({ byte, unit });
  return ends.map((end, index) => {
    const begin = ends[index - 1] ?? 0;
    const first = starts.findLastIndex((start) => start.byte <= begin);
    const last = starts.findIndex((start) => start.byte >= end);
    return {
      id: index,
      piece: `p${index}`,
      bytes: [begin, end],
      codePoints: [first, last],
      utf16: [starts[first]!.unit, starts[last]!.unit],
      special: false,
    };
  });
}

describe("stripCells", () => {
  it("draws one cell a token where tokens end between graphemes", () => {
    const cells = stripCells("in the", tokensAt("in the", [2, 6]));
    expect(cells.map((cell) => cell.text)).toEqual(["in", " the"]);
    expect(cells.map((cell) => cell.tokens)).toEqual([[0], [1]]);
  });

  it("joins the tokens of one character and marks their ends by bytes", () => {
    // न is 3 bytes: tokens of 1 and 2 bytes meet after a third of the cell.
    const [cell] = stripCells("न", tokensAt("न", [1, 3]));
    expect(cell).toEqual({ tokens: [0, 1], text: "न", marks: [1 / 3], special: false });
  });

  it("joins tokens that meet inside a grapheme of several characters", () => {
    // नि is न (3 bytes) and ि (3 bytes), one grapheme; the family emoji is three people and two joiners, 18 bytes.
    expect(stripCells("नि", tokensAt("नि", [3, 6])).map((cell) => cell.tokens)).toEqual([[0, 1]]);
    const family = "👩‍👩‍👦";
    expect(stripCells(`a${family}b`, tokensAt(`a${family}b`, [1, 5, 12, 19, 20])).map((cell) => cell.text)).toEqual([
      "a",
      family,
      "b",
    ]);
  });

  it("keeps added special tokens as cells of their own", () => {
    const bos: Token = { id: 1, piece: "<s>", bytes: [0, 0], codePoints: [0, 0], utf16: [0, 0], special: true };
    const cells = stripCells("ab", [bos, ...tokensAt("ab", [2])]);
    expect(cells.map((cell) => [cell.text, cell.special])).toEqual([
      ["<s>", true],
      ["ab", false],
    ]);
  });

  it("shows the piece of a token that spans no text, such as a lone ▁ before it", () => {
    const lone: Token = { id: 9, piece: "▁", bytes: [0, 0], codePoints: [0, 0], utf16: [0, 0], special: false };
    const cells = stripCells("न", [lone, ...tokensAt("न", [3])]);
    expect(cells.map(({ text, tokens }) => [text, tokens])).toEqual([
      ["▁", [0]],
      ["न", [1]],
    ]);
  });

  it("covers the text and every token once, at grapheme boundaries only", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (text, cuts) => {
          const length = new TextEncoder().encode(text).length;
          const ends = [...new Set([...cuts.map((cut) => Math.ceil(cut * length)), length])]
            .filter((end) => end > 0)
            .sort((a, b) => a - b);
          const cells = stripCells(text, tokensAt(text, ends));
          expect(cells.map((cell) => cell.text).join("")).toBe(text);
          expect(cells.flatMap((cell) => cell.tokens)).toEqual(ends.map((_, index) => index));
          const graphemes = [...new Intl.Segmenter("und").segment(text)].map((part) => part.index);
          let at = 0;
          for (const cell of cells) {
            expect(graphemes).toContain(at);
            at += cell.text.length;
          }
        },
      ),
    );
  });
});
