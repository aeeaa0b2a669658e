import { expect, test } from "vitest";
import type { WordPair } from "./ibm1";
import { evidentLinks } from "./evident-links";

const corpus: readonly WordPair[] = [
  [
    ["the", "house"],
    ["das", "Haus"],
  ],
  [
    ["the", "book"],
    ["das", "Buch"],
  ],
  [
    ["a", "book"],
    ["ein", "Buch"],
  ],
];

test("9.1 words that stood together are linked, whatever their case; a word that stood beside none of them is not", () => {
  const linksOf = evidentLinks(corpus);
  expect(
    linksOf([
      ["The", "book"],
      ["das", "buch"],
    ]),
  ).toEqual([
    { first: 0, second: 0 },
    { first: 1, second: 1 },
  ]);
  expect(
    linksOf([
      ["the", "house", "today"],
      ["ein", "Hund"],
    ]),
  ).toEqual([]);
});
