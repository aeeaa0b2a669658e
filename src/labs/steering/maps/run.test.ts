import { describe, expect, test } from "vitest";
import { parallelSentences } from "../../../data/parallel";
import { defaults, type Document } from "../../../experiments/documents/steering";
import { mapsDefaults } from "../../../experiments/documents/steering-maps";
import { applyToResidual } from "../../../steering/apply";
import { linearEngine, linearWorld } from "../testing/linear-world";
import type { MapsResult } from "./result";
import { runMaps } from "./run";

const german = new Set(parallelSentences.de);

async function finished(maps: Partial<Document["maps"]>, change: Partial<Document> = {}) {
  const { engine, asked } = linearEngine((text) => german.has(text));
  const document: Document = {
    ...defaults,
    task: "maps",
    prompts: "First",
    ...change,
    maps: { ...mapsDefaults, pairs: "parallel", ridge: 1e-6, sweep: false, ...maps },
  };
  let last: MapsResult | undefined;
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  for await (const result of runMaps(document, tools)) last = result;
  return { last: last!, asked };
}

describe("a map from English to German", () => {
  test("takes what English looks like to what German does, after the layer that is edited; its control does so, too", async () => {
    const { last, asked } = await finished({}, { layer: 1 });
    expect(last.pairs).toEqual({ train: 32, heldOut: 8 });
    expect(last.fits).toHaveLength(linearWorld.layers);
    expect(last.fits[1]!.after.explained).toBeGreaterThan(last.fits[1]!.before.explained);
    const [none, map, shuffled, difference] = asked.variants;
    expect(none).toEqual([]);
    for (const edited of [map!, shuffled!]) {
      expect(edited).toMatchObject([{ kind: "low-rank", layer: 1, rank: linearWorld.width }]);
      const english = Float32Array.of(0, 1, 0.2, 0.3);
      const [edit] = edited;
      if (edit?.kind !== "low-rank") throw new Error("the edit is no map");
      const [moved] = applyToResidual(edit, [english], { past: 0, promptLength: 1 });
      expect(moved![0]).toBeCloseTo(linearWorld.distance(1), 1);
    }
    expect(difference).toMatchObject([{ kind: "add", layer: 1, strength: 1 }]);
    expect(last.texts[0]!.rows.map(({ condition }) => condition)).toEqual([
      "unsteered",
      "map",
      "shuffled",
      "difference",
    ]);
  });

  test("edits every layer at the rank asked for, and each of nine strengths is one row", async () => {
    const { last, asked } = await finished({ rank: 2, sweep: true }, { spread: "all" });
    expect(last.layers).toEqual([0, 1, 2]);
    expect(last.rank).toBe(2);
    expect(asked.variants).toHaveLength(9);
    expect(last.sweep!.strengths[4]).toBe(0);
    // In this world a text turns German where a vector is added, from half a distance on.
    expect(last.sweep!.cells.difference.map(({ success }) => success)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  test("edits the last token of the prompt alone where that is asked for: “First” has tokens 0 to 4", async () => {
    const { asked } = await finished({ span: "last" }, { layer: 1 });
    expect(asked.variants[1]).toMatchObject([
      { kind: "low-rank", layer: 1, span: "prompt" },
      { kind: "guard", layer: 1, from: 4, span: "prompt" },
    ]);
  });

  test("names a language without sentences, one language twice, and too few pairs for a plain fit", async () => {
    await expect(finished({ pairs: "stories" }, { target: "fr" })).rejects.toThrow("no sentences in “fr”");
    await expect(finished({}, { target: "en" })).rejects.toThrow("nothing to map");
    await expect(finished({ ridge: 0, count: 5 })).rejects.toThrow("4 pairs do not fix a map of 4 x 4");
  });
});
