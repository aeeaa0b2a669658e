import * as ort from "onnxruntime-web";
import { describe, expect, it } from "vitest";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram, type ProgramOptions } from "./program";
import { largestDifference } from "./testing/compare";
import { openGolden } from "./testing/golden";
import { emptyCache, floats, int64, openSession, run } from "./testing/run";

const tracked = [7, 3];

async function outputsOf(on: boolean, options: Partial<ProgramOptions> = {}, rows = 1) {
  const { checkpoint, expected } = await openGolden("tied");
  const program = unwrap(compile(checkpoint, { ...plainProgram, lens: { topK: 5 }, ...options }));
  const session = await openSession(program);
  const inputs = {
    "lens.on": new ort.Tensor("bool", Uint8Array.of(on ? 1 : 0), []),
    "lens.tracked": int64(tracked, [2]),
  };
  const prompts = Array.from({ length: rows }, () => expected.ids);
  const { outputs } = await run(session, prompts, expected.ids.length, emptyCache(program, rows), inputs);
  await session.release();
  return outputs;
}

describe("the logit lens", () => {
  it.each(["f32", "f16", "q8"] as const)(
    "says after the last block what the program itself says (%s)",
    async (weights) => {
      const outputs = await outputsOf(true, { weights, hooks: ["blocks.0.hook_resid_post"] });
      const logits = floats(outputs, "logits");
      expect(outputs["lens.top_ids"]!.dims).toEqual([1, 2, 5]);
      const ids = [...(outputs["lens.top_ids"]!.data as BigInt64Array)].map(Number);
      const best = [...logits.keys()].toSorted((a, b) => logits[b]! - logits[a]!).slice(0, 5);
      expect(ids.slice(5)).toEqual(best);
      const top = floats(outputs, "lens.top_logits").subarray(5);
      expect(
        largestDifference(
          top,
          best.map((id) => logits[id]!),
        ),
      ).toBeLessThan(1e-5);
      expect(
        largestDifference(
          floats(outputs, "lens.tracked_logits").subarray(2),
          tracked.map((id) => logits[id]!),
        ),
      ).toBeLessThan(1e-5);
      const logSum = Math.log(logits.reduce((sum, value) => sum + Math.exp(value), 0));
      expect(floats(outputs, "lens.log_sums")[1]).toBeCloseTo(logSum, 4);
    },
  );

  it("says after an earlier block what a model that ends there says", async () => {
    const outputs = await outputsOf(true, {}, 2);
    const { checkpoint, expected } = await openGolden("tied");
    const shorter = { ...checkpoint, config: { ...checkpoint.config, num_hidden_layers: 1 } };
    const program = unwrap(compile(shorter, plainProgram));
    const session = await openSession(program);
    const short = await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1));
    const logits = floats(short.outputs, "logits");
    for (const row of [0, 1]) {
      const first = floats(outputs, "lens.tracked_logits").subarray(row * 4, row * 4 + 2);
      expect(
        largestDifference(
          first,
          tracked.map((id) => logits[id]!),
        ),
      ).toBeLessThan(1e-5);
    }
    await session.release();
  });

  it("gives nothing while it is off, and changes no bit of the logits", async () => {
    const [on, off] = [await outputsOf(true), await outputsOf(false)];
    expect(off["lens.top_logits"]!.data).toHaveLength(0);
    expect(off["lens.top_ids"]!.data).toHaveLength(0);
    expect(floats(off, "logits")).toEqual(floats(on, "logits"));
  });
});
