import { describe, expect, test } from "vitest";
import { defaults, type Document } from "../../experiments/documents/steering";
import { unwrap } from "../../result";
import { readControlVector } from "../../steering/files/gguf-read";
import { readDirection } from "../../steering/files/read-direction";
import { addOwnVector } from "./own-vectors";
import type { SteeringResult } from "./result";
import { run } from "./run";
import { linearEngine } from "./testing/linear-world";
import { ggufOf, jsonOf, svecOf, tensorsOf } from "./vector-file";

async function resultAt(layer: number, change: Partial<Document> = {}): Promise<SteeringResult> {
  const { engine } = linearEngine((text) => /[äöüß]|der|die|das|Ich/.test(text));
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  for await (const result of run({ ...defaults, ...change, layer }, tools)) return result;
  throw new Error("The run gave no result.");
}

describe("the vector as a file", () => {
  test("GGUF: one vector at the steered layer, one class distance long", async () => {
    const result = await resultAt(2);
    const { directions } = unwrap(readControlVector(unwrap(ggufOf(result))));
    expect(directions.map(({ layer }) => layer)).toEqual([2]);
    expect(new TextDecoder().decode(unwrap(ggufOf(result)))).toContain('"hook":"blocks.2.hook_resid_post"');
    const length = Math.hypot(...directions[0]!.vector);
    expect(length).toBeCloseTo(result.layers[2]!.classDistance, 4);
  });

  test("safetensors and .svec hold the vector that strength 1 adds, and are read back; safetensors say the model", async () => {
    const result = await resultAt(2);
    const tensors = unwrap(readDirection(tensorsOf(result)));
    expect(tensors).toMatchObject({ format: "safetensors", madeOn: "linear-world", tokenizerHash: "linear" });
    const gguf = unwrap(readDirection(unwrap(ggufOf(result))));
    expect(gguf).toEqual({ ...tensors, format: "gguf" });
    const svec = unwrap(readDirection(new TextEncoder().encode(svecOf(result))));
    expect(svec.directions).toEqual(tensors.directions);
    expect(Math.hypot(...svec.directions[0]!.vector)).toBeCloseTo(result.layers[2]!.classDistance, 4);
  });

  test("a file steers its layer; another model, and a file that is not open, are refused", async () => {
    const result = await resultAt(2);
    const id = unwrap(await addOwnVector(new File([tensorsOf(result)], "german.safetensors")));
    const own = await resultAt(2, { vectorFile: id, source: "en", target: "es" });
    own.direction.forEach((value, d) => expect(value).toBeCloseTo(result.direction[d]!, 6));
    expect(own.layers[2]!.classDistance).toBeCloseTo(result.layers[2]!.classDistance, 4);
    await expect(resultAt(2, { vectorFile: "gone" })).rejects.toThrow("“gone” is not open");
    const renamed = { ...result, model: { ...result.model, checkpoint: "another" } };
    const other = unwrap(await addOwnVector(new File([tensorsOf(renamed)], "other.safetensors")));
    const retold = { ...result, model: { ...result.model, tokenizerHash: "another" } };
    const changed = unwrap(await addOwnVector(new File([svecOf(retold)], "changed.svec")));
    await expect(resultAt(2, { vectorFile: changed })).rejects.toMatchObject({
      problem: { code: "tokenizer-mismatch" },
    });
    await expect(resultAt(2, { vectorFile: other })).rejects.toThrow("made on another, not on linear-world");
  });

  test("GGUF has no place for layer 0; JSON has", async () => {
    const result = await resultAt(0);
    expect(ggufOf(result)).toMatchObject({ ok: false, problem: { code: "intervention-invalid" } });
    const { unitDirection: _, ...facts } = JSON.parse(jsonOf(result)) as Record<string, unknown>;
    expect(facts["byLayer"]).toEqual({
      classDistance: result.layers.map(({ classDistance }) => classDistance),
      residualNorm: result.layers.map(({ residualNorm }) => residualNorm),
    });
    expect(JSON.parse(svecOf(result))).toMatchObject({ babelscope: facts });
    expect(facts).toMatchObject({
      checkpoint: "linear-world",
      hook: "blocks.0.hook_resid_post",
      source: "en",
      target: "de",
      textsUsed: 60,
    });
  });
});
