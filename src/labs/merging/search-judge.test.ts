import { expect, test } from "vitest";
import type { Reading } from "../../measures/card/reading";
import { marksOf, ratio, ratioByLanguage } from "./search-judge";

const reading = (language: string, numerators: readonly number[], denominators: Reading["denominators"]): Reading => ({
  measure: "arithmetic",
  language,
  facet: "",
  value: null,
  low: null,
  high: null,
  interval: null,
  n: numerators.length,
  set: "",
  numerators,
  denominators,
});

test("a skill’s number is right items over all items: (1 + 0 + 1) + (1) of 3 + 2, one item of which cannot be measured", () => {
  const marks = marksOf([reading("en", [1, 0, 1], 1), reading("de", [1, 0], [1, 0])]);
  expect(marks.denominators).toEqual([1, 1, 1, 1, 0]);
  expect(ratio(marks)).toBe(3 / 4);
  expect(ratioByLanguage(marks)).toEqual({ en: 2 / 3, de: 1 });
});
