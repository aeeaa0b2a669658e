import { expect, test } from "vitest";
import { corpusFiles, type StoryRow } from "./corpus";
import { realisers } from "./languages";
import { partOf } from "./split";

function first<T>(name: string, count: number): T[] {
  const rows: T[] = [];
  for (const row of corpusFiles.find((file) => file.name === name)!.rows()) {
    if (rows.push(row as T) === count) break;
  }
  return rows;
}

test("a story row has its sentences in every registered language", () => {
  for (const { texts } of first<StoryRow>("stories", 20)) {
    expect(Object.keys(texts)).toEqual(Object.keys(realisers));
    const lengths = Object.values(texts).map((sentences) => sentences.length);
    expect(new Set(lengths).size).toBe(1);
  }
});

test("held-out stories and training stories have no seed and no text in common", () => {
  const parts = (name: string, count: number) =>
    first<StoryRow>(name, count).map(({ seed, texts }) => ({ seed, part: partOf(texts.en!.join(" ")) }));
  const train = parts("stories", 100);
  const heldOut = parts("stories-heldout", 4);
  expect(train.every(({ part }) => part === "train")).toBe(true);
  expect(heldOut.some(({ part }) => part === "train")).toBe(false);
  expect(heldOut.filter(({ seed }) => train.some((row) => row.seed === seed))).toEqual([]);
});

test("the split takes one in fifty contents out of training", () => {
  const out = Array.from({ length: 5000 }, (_, at) => partOf(`story ${at}`)).filter((part) => part !== "train").length;
  // 2 % of 5000 is 100, with a standard deviation of 10.
  expect(out).toBeGreaterThan(60);
  expect(out).toBeLessThan(140);
});
