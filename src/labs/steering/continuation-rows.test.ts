import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { AnyResult } from "./any-result";
import { continuationRows } from "./continuation-rows";

function textsOf(result: AnyResult): readonly { readonly prompt: string }[] {
  if (!("task" in result)) return result.comparisons;
  if (result.task !== "reinjection") return "texts" in result ? result.texts : [];
  return [
    ...result.distances.map(({ example }) => ({ prompt: example.instruction })),
    ...result.translations.map(({ source }) => ({ prompt: source.join(" ") })),
  ];
}

const folder = new URL("../../../public/presets/steering/", import.meta.url);

test.each(readdirSync(folder))("of %s every prompt is there under every condition", (file) => {
  const { result } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { readonly result: AnyResult };
  const rows = continuationRows(result);
  if ("task" in result && result.task === "views") {
    expect(rows).toEqual([]);
    return;
  }
  const texts = textsOf(result);
  const prompts = [...new Set(rows.map(({ prompt }) => prompt))];
  expect(prompts).toEqual([...new Set(texts.map(({ prompt }) => prompt))]);
  expect(rows.length).toBeGreaterThanOrEqual(2 * texts.length);
  expect(rows.filter(({ text }) => typeof text !== "string" || text.includes("\uFFFD"))).toEqual([]);
  // A condition is not told twice for one prompt.
  const conditions = rows.map(({ prompt, condition, strength, strategy, writer }) =>
    JSON.stringify([prompt, condition, strength, strategy, writer]),
  );
  expect(new Set(conditions).size).toBe(rows.length);
});
