import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, contestedLanguages, correctedTests, isClear, markDifferences, valueOf } from "./compare";
import type { LanguageScore, Role } from "./result";

const score = (role: Role, language: string, bits: number[], bytes: number[]): LanguageScore => ({
  role,
  language,
  bits,
  bytes,
});

describe("marking words", () => {
  const marked = (text: string, baseline: string) =>
    markDifferences(text, baseline)
      .filter(({ differs }) => differs)
      .map((stretch) => stretch.text.trim());

  test("words outside the longest common subsequence", () => {
    expect(marked("the old man slept", "the young man slept")).toEqual(["old"]);
    expect(marked("a b c", "a b c")).toEqual([]);
    expect(marked("x y", "")).toEqual(["x y"]);
    expect(marked("", "x")).toEqual([]);
  });

  test("scripts without case are words too", () => {
    expect(marked("वह घर गया", "वह बाज़ार गया")).toEqual(["घर"]);
  });

  test("the stretches are the text, and neighbours differ in kind", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, baseline) => {
        const stretches = markDifferences(text, baseline);
        expect(stretches.map((stretch) => stretch.text).join("")).toBe(text);
        for (const [index, { differs }] of stretches.entries()) expect(differs).not.toBe(stretches[index + 1]?.differs);
      }),
    );
  });
});

describe("cells", () => {
  const scores = [
    score("a", "de", [10, 20], [10, 10]),
    score("average", "de", [12, 22], [10, 10]),
    score("merge", "de", [11, 20], [10, 10]),
    score("a", "hi", [40, 40], [20, 20]),
  ];
  const cells = cellsOf({ scores }, "average");

  test("bits per byte are sums over sums: (10 + 20) / 20", () => {
    expect(valueOf(cells, "a", "de")).toBe(1.5);
    expect(valueOf(cells, "a", "hi")).toBe(2);
    expect(valueOf(cells, "b", "de")).toBeUndefined();
  });

  test("differences are paired: every sentence is 2 bits of 10 bytes cheaper, so the interval is the point -0.2", () => {
    const { difference } = cells[0]!;
    expect(difference?.value).toBeCloseTo(-0.2, 12);
    expect(difference?.low).toBeCloseTo(-0.2, 12);
    expect(difference?.high).toBeCloseTo(-0.2, 12);
    expect(isClear(cells[0]!)).toBe(true);
  });

  test("of two sentences, -1 and -2 bits, 2 of the 4 exchanges sum to 3 or more either way: p = 0.5", () => {
    expect(cells[2]!.p).toBe(0.5);
    expect([...correctedTests(cells)]).toEqual([["de", 0.5]]);
  });

  test("the baseline has no difference, nor has a language that it has not read", () => {
    expect(cells[1]!.difference).toBeNull();
    expect(cells[3]!.difference).toBeNull();
    expect(isClear(cells[3]!)).toBe(false);
  });

  test("an interval that holds zero is not clear", () => {
    const mixed = cellsOf(
      {
        scores: [
          score("a", "de", [9, 11, 10, 10], [10, 10, 10, 10]),
          score("b", "de", [10, 10, 10, 10], [10, 10, 10, 10]),
        ],
      },
      "b",
    );
    expect(isClear(mixed[0]!)).toBe(false);
  });
});

test("contested are the languages in which the parents differ most, as a share of the better one", () => {
  // de 1.5 and 1.8: 0.2; hi 2 and 1: 1; en equal
  const scores = [
    score("a", "en", [10], [10]),
    score("b", "en", [10], [10]),
    score("a", "de", [15], [10]),
    score("b", "de", [18], [10]),
    score("a", "hi", [20], [10]),
    score("b", "hi", [10], [10]),
  ];
  expect(contestedLanguages(cellsOf({ scores }, "a"))).toEqual(["hi", "de"]);
});

test("each side has its language, however much less it gained in it than it lost; without B the base is the other side", () => {
  const of = (role: Role, bits: Readonly<Record<string, number>>) =>
    Object.entries(bits).map(([language, value]) => score(role, language, [value], [10]));
  const german = of("a", { en: 30, de: 9, hi: 40 });
  const base = { en: 10, de: 10, hi: 10 };
  expect(contestedLanguages(cellsOf({ scores: [...german, ...of("b", base)] }, "a"))).toEqual(["hi", "de"]);
  expect(contestedLanguages(cellsOf({ scores: [...of("base", base), ...german] }, "a"))).toEqual(["hi", "de"]);
  expect(contestedLanguages(cellsOf({ scores: of("a", { en: 1 }) }, "a"))).toEqual(["en"]);
});
