import { expect, test } from "vitest";
import { rowFilter } from "./row-filters";

const vocabulary = ["the", " cat", "s", " der", " Hund", "."];
const spellings = { size: vocabulary.length, bytesOf: (id: number) => new TextEncoder().encode(vocabulary[id]) };
const german = { kind: "words", allowed: ["der", "Hund"] } as const;

/** The tokens that may follow, where `wanted` is the model's choice. */
function allowed(written: readonly number[], wanted: number, to = 9): readonly string[] {
  const filter = rowFilter([{ from: 2, to, filter: german }], spellings);
  const logits = Float32Array.from(vocabulary, (_, id) => (id === wanted ? 1 : 0));
  const kept = filter(logits, written);
  return vocabulary.filter((_, id) => kept[id]! > Number.NEGATIVE_INFINITY);
}

test("(rule 13) before and behind its stretch a filter allows everything", () => {
  expect(allowed([0], 1)).toEqual(vocabulary);
  expect(allowed([0, 1], 1, 2)).toEqual(vocabulary);
});

test("(rule 13) a word that was begun before is finished if the model wants to; else the next one begins apart", () => {
  expect(allowed([0, 1], 2)).toEqual(vocabulary);
  expect(allowed([0, 1], 1)).toEqual([" der", " Hund", "."]);
  expect(allowed([0, 1, 2], 1)).toEqual([" der", " Hund", "."]);
});

test("(rule 13) where a filter allows no token, all are allowed", () => {
  const none = rowFilter([{ from: 0, to: 9, filter: { kind: "pattern", pattern: "^x" } }], spellings);
  expect([...none(Float32Array.from([1, 2, 3, 4, 5, 6]), [5])]).toEqual([1, 2, 3, 4, 5, 6]);
});
