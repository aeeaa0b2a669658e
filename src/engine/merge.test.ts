import { afterAll, describe, expect, it } from "vitest";
import { filesOf } from "../checkpoints/node-files";
import { largestDifference } from "../compiler/testing/compare";
import type { Recipe } from "../merging/recipe";
import { createLocalEngine } from "./local";
import { loadTiny } from "./testing/golden-models";

const engine = createLocalEngine();
afterAll(() => engine.close());

describe("a merge", () => {
  it("of all layers of one checkpoint is that program: nothing is fetched, converted or compiled", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const recipe: Recipe = {
      merge_method: "passthrough",
      slices: [
        { sources: [{ model: model.checkpoint, layer_range: [0, 1] }] },
        { sources: [{ model: model.checkpoint, layer_range: [1, 2] }] },
      ],
    };
    const phases = new Set<string>();
    const merged = await engine.merge(recipe, { onProgress: ({ phase }) => phases.add(phase) });
    expect(merged.checkpoint).not.toBe(model.checkpoint);
    expect([...phases]).toEqual(["header", "warm-up"]);
    const [base, same] = [await engine.logits(model, expected.ids), await engine.logits(merged, expected.ids)];
    expect(same.logits).toEqual(base.logits);
  });

  it("that repeats a layer has one layer more, and says something else", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    const merged = await engine.merge({
      merge_method: "passthrough",
      slices: [
        { sources: [{ model: model.checkpoint, layer_range: [0, 2] }] },
        { sources: [{ model: model.checkpoint, layer_range: [1, 2] }] },
      ],
    });
    expect(merged.geometry.layers).toBe(3);
    const base = await engine.logits(model, expected.ids, { hooks: ["blocks.1.hook_resid_post"] });
    const longer = await engine.logits(merged, expected.ids, { hooks: ["blocks.1.hook_resid_post"] });
    expect(longer.hooks).toEqual(base.hooks);
    expect(longer.logits).not.toEqual(base.logits);
  });

  it("of twins is computed, tensor by tensor, and gives their numbers, by linear and by SLERP", async () => {
    const { model, expected } = await loadTiny(engine, "tied");
    // Another file beside the weights makes another id: a checkpoint of its own with the same weights.
    const twin = await engine.load([...(await filesOf("src/compiler/golden/tied")), new File(["twin"], "notes.txt")]);
    const base = await engine.logits(model, expected.ids);
    const sources = [{ model: model.checkpoint }, { model: twin.checkpoint }];
    const recipes: Recipe[] = [
      {
        merge_method: "linear",
        slices: [{ sources: sources.map((source) => ({ ...source, parameters: { weight: 0.5 } })) }],
      },
      { merge_method: "slerp", base_model: model.checkpoint, slices: [{ sources }], parameters: { t: 0.5 } },
    ];
    for (const recipe of recipes) {
      const phases = new Set<string>();
      const merged = await engine.merge(recipe, { onProgress: ({ phase }) => phases.add(phase) });
      expect(phases).toContain("download");
      const mixed = await engine.logits(merged, expected.ids);
      expect(largestDifference(mixed.logits.data, base.logits.data)).toBeLessThan(1e-3);
    }
  });

  it("whose recipe is wrong is refused with its place", async () => {
    const { model } = await loadTiny(engine, "tied");
    const source = { model: model.checkpoint };
    const twice: Recipe = { merge_method: "linear", slices: [{ sources: [source, source] }] };
    await expect(engine.merge(twice)).rejects.toMatchObject({ problem: { code: "recipe-invalid" } });
  });
});

describe("an ONNX file", () => {
  it("holds the weights and runs alone, as the program did", async () => {
    const { model, expected } = await loadTiny(engine, "grouped");
    const file = await engine.exportOnnx(model);
    expect(file.byteLength).toBeGreaterThan(model.weightBytes);
    const ort = await import("onnxruntime-web");
    const session = await ort.InferenceSession.create(file);
    const { layers, kvHeads, headSize } = model.geometry;
    const count = expected.ids.length;
    const feeds: Record<string, InstanceType<typeof ort.Tensor>> = {
      input_ids: new ort.Tensor("int64", BigInt64Array.from(expected.ids, BigInt), [1, count]),
      attention_mask: new ort.Tensor("int64", new BigInt64Array(count).fill(1n), [1, count]),
    };
    for (let layer = 0; layer < layers; layer++) {
      for (const part of ["key", "value"]) {
        feeds[`past_key_values.${layer}.${part}`] = new ort.Tensor("float32", new Float32Array(0), [
          1,
          kvHeads,
          0,
          headSize,
        ]);
      }
    }
    const { logits } = await session.run(feeds);
    const last = Array.from((logits!.data as Float32Array).slice(-model.geometry.vocabulary)); // [1,S,V]
    expect(last.indexOf(Math.max(...last))).toBe(expected.greedy[0]);
  });
});
