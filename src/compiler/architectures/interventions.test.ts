import * as ort from "onnxruntime-web";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../result";
import { compile } from "../compile";
import { plainProgram, type ProgramOptions } from "../program";
import { argmax } from "../../vectors";
import { largestDifference, relativeDifference } from "../testing/compare";
import { openGolden } from "../testing/golden";
import { emptyCache, float32, floats, int64, openSession, run } from "../testing/run";

const families = [
  "mistral",
  "smollm3",
  "qwen2",
  "qwen3",
  "gemma",
  "gemma2",
  "gemma3",
  "gpt2",
  "gpt-neox",
  "gpt-neox-sequential",
  "phi3",
  "olmo2",
  "stablelm",
  "stablelm-parallel",
];
const hooks = ["blocks.0.hook_resid_post", "blocks.1.hook_resid_pre", "blocks.1.mlp.hook_post"];

describe.each(families)("%s", (family) => {
  it("is steered, edited, and seen through the lens (rules 9 to 11, 19)", async () => {
    const { checkpoint, expected } = await openGolden(`architectures/${family}`);
    const outputsOf = async (
      options: Partial<ProgramOptions>,
      feeds: readonly Readonly<Record<string, ort.Tensor>>[],
    ) => {
      const program = unwrap(compile(checkpoint, { ...plainProgram, hooks, ...options }));
      const session = await openSession(program);
      const all: ort.InferenceSession.ReturnType[] = [];
      for (const feed of feeds) {
        all.push((await run(session, [expected.ids], expected.ids.length, emptyCache(program, 1), feed)).outputs);
      }
      await session.release();
      return { all, geometry: program.geometry };
    };
    const {
      all: [base],
      geometry,
    } = await outputsOf({}, [{}]);
    const { layers, width, mlpWidth } = geometry;
    const vector = Float32Array.from({ length: width }, (_, d) => Math.sin(d + 1));
    const inputs = (strength: number, gain: number) => ({
      steering: float32(
        Array.from({ length: layers * width }, (_, i) => (i < width ? strength * vector[i]! : 7)),
        [1, layers, width],
      ),
      "edit.1.u": float32(new Float32Array(width), [1, width, 1]),
      "edit.1.v": float32(vector, [1, 1, width]),
      "neuron_gain.1": float32(new Float32Array(mlpWidth).fill(gain), [1, 1, mlpWidth]),
      "neuron_bias.1": float32(new Float32Array(mlpWidth), [1, 1, mlpWidth]),
      "lens.on": new ort.Tensor("bool", Uint8Array.of(1), []),
      "lens.tracked": int64([7], [1]),
    });
    const {
      all: [neutral, steered],
    } = await outputsOf({ steeredLayers: [0], edits: [{ layer: 1, rank: 1 }], neuronLayers: [1], lens: { topK: 1 } }, [
      inputs(0, 1),
      inputs(1, 0),
    ]);
    for (const name of ["logits", ...hooks]) expect(floats(neutral!, name), name).toEqual(floats(base!, name));

    const after = floats(base!, "blocks.0.hook_resid_post").map((value, i) => value + vector[i % width]!);
    expect(relativeDifference(floats(steered!, "blocks.0.hook_resid_post"), after)).toBeLessThan(1e-6);
    expect(floats(steered!, "blocks.1.hook_resid_pre")).toEqual(floats(steered!, "blocks.0.hook_resid_post"));
    expect(floats(steered!, "blocks.1.mlp.hook_post").every((value) => value === 0)).toBe(true);
    const logits = floats(steered!, "logits");
    expect(largestDifference(logits, floats(base!, "logits"))).toBeGreaterThan(0.01);
    expect(Number((steered!["lens.top_ids"]!.data as BigInt64Array).at(-1))).toBe(argmax(logits));
    expect(floats(steered!, "lens.tracked_logits").at(-1)).toBeCloseTo(logits[7]!, 4);

    const {
      all: [shared],
    } = await outputsOf({ steeredLayers: [0], steering: "shared", neuronLayers: [1] }, [
      {
        "steering.0": float32(vector, [width]),
        "neuron_gain.1": inputs(1, 0)["neuron_gain.1"],
        "neuron_bias.1": inputs(1, 0)["neuron_bias.1"],
      },
    ]);
    expect(relativeDifference(floats(shared!, "logits"), logits)).toBeLessThan(1e-5);
  });
});
