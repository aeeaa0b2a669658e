import { describe, expect, test } from "vitest";
import { defaults } from "../../experiments/documents/steering";
import { unwrap } from "../../result";
import { readControlVector } from "../../steering/files/gguf-read";
import type { SteeringResult } from "./result";
import { run } from "./run";
import { linearEngine } from "./testing/linear-world";
import { ggufOf, jsonOf } from "./vector-file";

async function resultAt(layer: number): Promise<SteeringResult> {
  const { engine } = linearEngine((text) => /[äöüß]|der|die|das|Ich/.test(text));
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  for await (const result of run({ ...defaults, layer }, tools)) return result;
  throw new Error("The run gave no result.");
}

describe("the vector as a file", () => {
  test("GGUF: one vector at the steered layer, one class distance long", async () => {
    const result = await resultAt(2);
    const { directions } = unwrap(readControlVector(unwrap(ggufOf(result))));
    expect(directions.map(({ layer }) => layer)).toEqual([2]);
    const length = Math.hypot(...directions[0]!.vector);
    expect(length).toBeCloseTo(result.layers[2]!.classDistance, 4);
  });

  test("GGUF has no place for layer 0; JSON has", async () => {
    const result = await resultAt(0);
    expect(ggufOf(result)).toMatchObject({ ok: false, problem: { code: "intervention-invalid" } });
    expect(JSON.parse(jsonOf(result))).toMatchObject({
      checkpoint: "linear-world",
      hook: "blocks.0.hook_resid_post",
      source: "en",
      target: "de",
      textsUsed: 60,
    });
  });
});
