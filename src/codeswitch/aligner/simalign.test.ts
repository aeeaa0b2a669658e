import { describe, expect, test } from "vitest";
import type { Alignment } from "../alignment";
import golden from "./golden/simalign.golden.json";
import { splitWords } from "../words";
import { alignByMeaning } from "./lexicon";
import { alignArgmax, alignItermax } from "./simalign";
import { wordVectors } from "./word-vectors";

const tuples = (links: Alignment): readonly (readonly number[])[] => links.map(({ first, second }) => [first, second]);

describe("SimAlign (SPEC 9)", () => {
  test.each(golden.map((one) => [`${one.first.length} x ${one.second.length}`, one] as const))(
    "9.4 argmax and itermax are numpy's: %s",
    (_, { first, second, argmax, itermax, itermax3 }) => {
      expect(tuples(alignArgmax(first, second))).toEqual(argmax);
      expect(tuples(alignItermax(first, second))).toEqual(itermax);
      expect(tuples(alignItermax(first, second, 3))).toEqual(itermax3);
    },
  );

  test("9.4 itermax finds more than argmax somewhere, and never less", () => {
    const gains = golden.map(({ argmax, itermax }) => itermax.length - argmax.length);
    expect(Math.min(...gains)).toBe(0);
    expect(Math.max(...gains)).toBeGreaterThan(0);
  });

  test("9.4 a word's vector is the mean over the tokens that touch its letters, the space before a token aside", () => {
    const words = splitWords("a bcd", "en");
    const spans = [
      [0, 1],
      [1, 3],
      [3, 5],
    ] as const;
    expect(wordVectors(words, spans, [1, 10, 2, 20, 4, 40]).map((vector) => [...vector])).toEqual([
      [1, 10],
      [3, 30],
    ]);
  });

  test("9.6 words of one meaning are linked, the nearer first, each word once", () => {
    const meanings: Readonly<Record<string, string>> = { dog: "DOG", Hund: "DOG", red: "RED", rot: "RED" };
    const meaningsOf = (word: string) => new Set(meanings[word] === undefined ? [] : [meanings[word]]);
    const links = alignByMeaning(
      [
        ["the", "dog", "red", "dog"],
        ["Hund", "rot", "der", "Hund"],
      ],
      meaningsOf,
    );
    // dog 1 (place .375) and Hund 0 (.125), dog 3 and Hund 3 (both .875), red 2 and rot 1.
    expect(tuples(links)).toEqual([
      [1, 0],
      [2, 1],
      [3, 3],
    ]);
  });

  test("9.4 no words, no links", () => {
    expect(alignArgmax([], [[1]])).toEqual([]);
    expect(alignItermax([[1]], [])).toEqual([]);
  });
});
