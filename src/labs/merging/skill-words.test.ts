import { expect, test } from "vitest";
import type { Reading } from "../../measures/card/reading";
import { markOf, readingText, reasonsOf } from "./skill-words";

const reading: Reading = {
  measure: "instructions",
  language: "de",
  facet: "",
  value: 0.6,
  low: 0.25,
  high: 0.9,
  interval: "bca",
  n: 3,
  set: "conversations de",
  numerators: [2, 1, 0, 0],
  denominators: [2, 2, 1, 0],
};

test("a share is told with its interval, and with the items that count where some do not", () => {
  expect(readingText(reading)).toBe("0.60 (0.25–0.90), n = 3");
  expect(readingText({ ...reading, value: 1, low: null, high: null, n: 1 })).toBe("1.00, n = 1");
  expect(readingText({ ...reading, n: 4, denominators: 1 })).toBe("0.60 (0.25–0.90)");
  expect([undefined, { ...reading, value: null }].map(readingText)).toEqual(["–", "–"]);
});

test("a number that is not there is told why, each reason once; a note on a number is none", () => {
  const without = { ...reading, value: null, note: "There are no items." };
  expect(reasonsOf([without, without, { ...reading, note: "One item: there is no interval." }])).toEqual([
    "There are no items.",
  ]);
});

test("an item is right only where all of it is, 1 of 2 in part, and told apart where it does not count", () => {
  expect([0, 1, 2, 3, 4].map((item) => markOf(reading, item))).toEqual(["✓", "1 of 2", "✗", "–", "–"]);
  expect([1, 2].map((item) => markOf({ ...reading, denominators: 1 }, item))).toEqual(["✓", "✗"]);
  expect(markOf(undefined, 0)).toBe("–");
});
