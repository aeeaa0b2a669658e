import { describe, expect, test } from "vitest";
import type { Alignment } from "../alignment";
import golden from "./golden/simalign.golden.json";
import { alignArgmax, alignItermax } from "./simalign";

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

  test("9.4 no words, no links", () => {
    expect(alignArgmax([], [[1]])).toEqual([]);
    expect(alignItermax([[1]], [])).toEqual([]);
  });
});
