import { describe, expect, it } from "vitest";
import type { Token } from "../tokenization/encoder";
import { checkSize, stretchOf } from "./stretches";
import type { ReadText } from "./text-checks";

/** "ab cd ef gh": four tokens of two or three characters, behind as many of the template. */
function text(prefix: number, tokens = 4): ReadText {
  const spans = Array.from({ length: tokens }, (_, i) => [i === 0 ? 0 : 3 * i - 1, 3 * i + 2] as const);
  return {
    prefix: Array.from({ length: prefix }, () => 0),
    tokens: spans.map((utf16) => ({ utf16 }) as unknown as Token),
    ids: Array.from({ length: prefix + tokens }, (_, id) => id),
  };
}

describe("the tokens of a text that are read (rule 21)", () => {
  it("leave out what the template adds, and position 0 where the template adds nothing and others follow", () => {
    expect(stretchOf(text(1), 0, "mean")).toEqual([1, 5]);
    expect(stretchOf(text(0), 0, "mean")).toEqual([1, 4]);
    expect(stretchOf(text(0, 1), 0, "all")).toEqual([0, 1]);
    expect(stretchOf(text(1), 0, "last")).toEqual([4, 5]);
  });

  it("are counted among the text's own, from the end where negative; what goes past the end is cut", () => {
    expect(stretchOf(text(1), 0, { from: 0, to: 2 })).toEqual([1, 3]);
    expect(stretchOf(text(1), 0, { from: -2 })).toEqual([3, 5]);
    expect(stretchOf(text(2), 0, { from: -3, to: -1 })).toEqual([3, 5]);
    expect(stretchOf(text(0), 0, { from: 2, to: 99 })).toEqual([2, 4]);
  });

  it("are those that end behind the place where an answer begins", () => {
    expect(stretchOf(text(1), 1, { behind: [0, 5] })).toEqual([3, 5]);
    expect(stretchOf(text(1), 0, { behind: [0, 5] })).toEqual([1, 5]);
  });

  it("are named where there are none, and where all of them are too many to hold", () => {
    const refused = expect.objectContaining({ problem: expect.objectContaining({ code: "input-invalid" }) });
    expect(() => stretchOf(text(1), 0, { from: 4 })).toThrow(refused);
    expect(() => stretchOf(text(1), 0, { behind: [11] })).toThrow("Text 1 has 4 tokens, and none");
    expect(() => checkSize([[1, 1001]], 2 ** 18)).toThrow("1000 MiB");
    checkSize([[1, 101]], 2 ** 18);
  });
});
