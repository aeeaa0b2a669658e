import { expect, test } from "vitest";
import { unfaithfulWords } from "./faithfulness";

const source = ["The", "old", "dog", "sleeps"];

test("a text is faithful to itself without a link, whatever its case; a word said twice is added once", () => {
  expect(unfaithfulWords(source, source, [])).toEqual({ missed: [], added: [] });
  expect(unfaithfulWords(["a", "dog"], ["A", "dog", "dog"], [])).toEqual({ missed: [], added: [2] });
});

test("old has no link and is missed, heute has none and is added", () => {
  const links = [
    { first: 0, second: 0 },
    { first: 2, second: 1 },
    { first: 3, second: 2 },
  ];
  expect(unfaithfulWords(source, ["Der", "Hund", "schläft", "heute"], links)).toEqual({ missed: [1], added: [3] });
});
