import { readFileSync } from "node:fs";
import type { InferenceSession, Tensor } from "onnxruntime-web";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random";
import { unwrap } from "../result";
import { compile } from "./compile";
import { plainProgram, type Program, type ProgramOptions } from "./program";
import { largestDifference, relativeDifference } from "./testing/compare";
import { openGolden } from "./testing/golden";
import { emptyCache, float32, floats, openSession, run } from "./testing/run";

const layers = 2;
const width = 24;
const neurons = 40;
const length = 12;
const residuals = [0, 1].flatMap((layer) => [
  `blocks.${layer}.hook_resid_pre`,
  `blocks.${layer}.hook_resid_mid`,
  `blocks.${layer}.hook_resid_post`,
]);
const hooks = [
  ...residuals,
  "blocks.0.mlp.hook_pre",
  "blocks.0.mlp.hook_post",
  "blocks.1.mlp.hook_post",
  "ln_final.hook_normalized",
];

/** One prefill of `rows` equal rows under the options; every hook above is kept. */
async function outputsOf(options: Partial<ProgramOptions>, inputs: Readonly<Record<string, Tensor>> = {}, rows = 1) {
  const { checkpoint, expected } = await openGolden("grouped");
  const program: Program = unwrap(compile(checkpoint, { ...plainProgram, logits: "all", hooks, ...options }));
  const session: InferenceSession = await openSession(program);
  const prompts = Array.from({ length: rows }, () => expected.ids);
  const { outputs } = await run(session, prompts, length, emptyCache(program, rows), inputs);
  const values = Object.fromEntries(
    ["logits", ...hooks].map((name) => [name, Float32Array.from(floats(outputs, name))]),
  );
  await session.release();
  return values as Record<string, Float32Array>;
}

function vector(size: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: size }, () => 2 * random() - 1);
}

function steering(rows: number, at: (row: number, layer: number) => Float32Array): Tensor {
  const values = new Float32Array(rows * layers * width);
  for (let row = 0; row < rows; row++) {
    for (let layer = 0; layer < layers; layer++) values.set(at(row, layer), (row * layers + layer) * width);
  }
  return float32(values, [rows, layers, width]);
}

const nothing = new Float32Array(width);

describe("an edit that does nothing gives the base's numbers to the bit (rules 10, 11)", () => {
  it.each([
    ["steering by zero", { steeredLayers: [0, 1] }, { steering: steering(1, () => nothing) }],
    [
      "shared steering by zero",
      { steeredLayers: [0, 1], steering: "shared" },
      { "steering.0": float32(nothing, [width]), "steering.1": float32(nothing, [width]) },
    ],
    [
      "a low-rank edit with U = 0",
      { edits: [{ layer: 0, rank: 3 }] },
      {
        "edit.0.u": float32(new Float32Array(width * 3), [1, width, 3]),
        "edit.0.v": float32(vector(3 * width, 1), [1, 3, width]),
      },
    ],
    [
      "gain 1 and bias 0",
      { neuronLayers: [1] },
      {
        "neuron_gain.1": float32(new Float32Array(neurons).fill(1), [1, 1, neurons]),
        "neuron_bias.1": float32(new Float32Array(neurons), [1, 1, neurons]),
      },
    ],
  ] satisfies [string, Partial<ProgramOptions>, Record<string, Tensor>][])("%s", async (_, options, inputs) => {
    const base = await outputsOf({});
    const edited = await outputsOf(options, inputs);
    for (const name of ["logits", ...hooks]) expect(edited[name], name).toEqual(base[name]);
  });
});

describe("steering", () => {
  it("adds the layer's vector to every position, after the block, and to nothing before it (rules 7, 10)", async () => {
    const direction = vector(width, 2);
    const base = await outputsOf({});
    const steered = await outputsOf(
      { steeredLayers: [0] },
      { steering: steering(1, (_, layer) => (layer === 0 ? direction : vector(width, 9))) },
    );
    for (const hook of ["blocks.0.hook_resid_pre", "blocks.0.hook_resid_mid", "blocks.0.mlp.hook_post"]) {
      expect(steered[hook]).toEqual(base[hook]);
    }
    const expected = base["blocks.0.hook_resid_post"]!.map((value, i) => value + direction[i % width]!);
    expect(relativeDifference(steered["blocks.0.hook_resid_post"]!, expected)).toBeLessThan(1e-6);
    expect(steered["blocks.1.hook_resid_pre"]).toEqual(steered["blocks.0.hook_resid_post"]);
    expect(largestDifference(steered["logits"]!, base["logits"]!)).toBeGreaterThan(0.01);
  });

  it("after the last block reaches the head through the final norm", async () => {
    const base = await outputsOf({});
    const steered = await outputsOf({ steeredLayers: [1] }, { steering: steering(1, () => vector(width, 3)) });
    expect(steered["blocks.1.hook_resid_mid"]).toEqual(base["blocks.1.hook_resid_mid"]);
    expect(largestDifference(steered["logits"]!, base["logits"]!)).toBeGreaterThan(0.01);
  });

  it("shared by all rows adds the same inside the norm's kernel", async () => {
    const [first, second] = [vector(width, 12), vector(width, 13)];
    const byRow = await outputsOf(
      { steeredLayers: [0, 1] },
      { steering: steering(2, (_, layer) => (layer === 0 ? first : second)) },
      2,
    );
    const shared = await outputsOf(
      { steeredLayers: [0, 1], steering: "shared" },
      { "steering.0": float32(first, [width]), "steering.1": float32(second, [width]) },
      2,
    );
    for (const name of ["logits", ...hooks])
      expect(relativeDifference(shared[name]!, byRow[name]!), name).toBeLessThan(1e-5);
  });

  it("is a matter of each row: a sweep over strengths is one batch", async () => {
    const direction = vector(width, 4);
    const scaled = (strength: number) => direction.map((value) => value * strength);
    const strengths = [0, 0.5, -1, 2];
    const together = await outputsOf(
      { steeredLayers: [0, 1] },
      { steering: steering(4, (row) => scaled(strengths[row]!)) },
      4,
    );
    for (const [row, strength] of strengths.entries()) {
      const alone = await outputsOf({ steeredLayers: [0, 1] }, { steering: steering(1, () => scaled(strength)) });
      const size = alone["logits"]!.length;
      expect(
        relativeDifference(together["logits"]!.subarray(row * size, (row + 1) * size), alone["logits"]!),
      ).toBeLessThan(1e-5);
    }
  });
});

describe("a low-rank edit", () => {
  it("with U = -v and V = v removes a direction: |h . v| < 1e-6 |h| afterwards", async () => {
    const raw = vector(width, 5);
    const norm = Math.hypot(...raw);
    const unit = raw.map((value) => value / norm);
    const base = await outputsOf({});
    const edited = await outputsOf(
      { edits: [{ layer: 0, rank: 1 }] },
      {
        "edit.0.u": float32(
          unit.map((value) => -value),
          [1, width, 1],
        ),
        "edit.0.v": float32(unit, [1, 1, width]),
      },
    );
    const along = (h: Float32Array, position: number) => {
      const row = h.subarray(position * width, (position + 1) * width);
      return row.reduce((sum, value, i) => sum + value * unit[i]!, 0) / Math.hypot(...row);
    };
    for (let position = 0; position < length; position++) {
      expect(Math.abs(along(edited["blocks.0.hook_resid_post"]!, position))).toBeLessThan(1e-6);
    }
    const before = Array.from({ length }, (_, position) =>
      Math.abs(along(base["blocks.0.hook_resid_post"]!, position)),
    );
    expect(Math.max(...before)).toBeGreaterThan(0.1);
    for (const hook of ["blocks.0.hook_resid_pre", "blocks.0.hook_resid_mid"]) expect(edited[hook]).toEqual(base[hook]);
  });

  it("is h + (h U) V + steering, one edit a row where R = B", async () => {
    const [u, v] = [vector(2 * width * 2, 6), vector(2 * 2 * width, 7)]; // [2,D,2] and [2,2,D]
    const direction = vector(width, 8);
    const base = await outputsOf({});
    const edited = await outputsOf(
      { edits: [{ layer: 1, rank: 2 }], steeredLayers: [1] },
      {
        "edit.1.u": float32(u, [2, width, 2]),
        "edit.1.v": float32(v, [2, 2, width]),
        steering: steering(2, (_, layer) => (layer === 1 ? direction : nothing)),
      },
      2,
    );
    const stream = base["blocks.1.hook_resid_post"]!;
    const expected = new Float32Array(2 * stream.length);
    for (let row = 0; row < 2; row++) {
      for (let position = 0; position < length; position++) {
        const h = stream.subarray(position * width, (position + 1) * width);
        const projected = [0, 1].map((k) =>
          h.reduce((sum, value, d) => sum + value * u[(row * width + d) * 2 + k]!, 0),
        );
        for (let d = 0; d < width; d++) {
          const change = [0, 1].reduce((sum, k) => sum + projected[k]! * v[(row * 2 + k) * width + d]!, 0);
          expected[(row * length + position) * width + d] = h[d]! + change + direction[d]!;
        }
      }
    }
    expect(relativeDifference(edited["blocks.1.hook_resid_post"]!, expected)).toBeLessThan(1e-5);
  });
});

interface GoldenGuards {
  readonly layer: number;
  readonly vector: readonly number[];
  readonly cap: readonly number[];
  readonly condition: readonly number[];
  /** Of the stream along the condition, over the positions. */
  readonly median: number;
  readonly least: number;
  /** [S,V] of each case. */
  readonly logits: Readonly<Record<string, readonly number[]>>;
}

describe("a guard (rule 23)", () => {
  const golden = JSON.parse(
    readFileSync(new URL("golden/guards.golden.json", import.meta.url), "utf8"),
  ) as GoldenGuards;
  const unit = (values: readonly number[]) => Float32Array.from(values, (value) => value / Math.hypot(...values));
  /** The logits of rows, each steered by the golden vector within bounds of its own. */
  async function logitsOf(...bounds: readonly (readonly number[])[]): Promise<Float32Array> {
    const rows = bounds.length;
    const repeated = (values: Float32Array) =>
      Float32Array.from({ length: rows * width }, (_, i) => values[i % width]!);
    const outputs = await outputsOf(
      { steeredLayers: [golden.layer], guardedLayers: [golden.layer] },
      {
        steering: steering(rows, (_, layer) => (layer === golden.layer ? Float32Array.from(golden.vector) : nothing)),
        [`guard.${golden.layer}.cap`]: float32(repeated(unit(golden.cap)), [rows, 1, width]),
        [`guard.${golden.layer}.condition`]: float32(repeated(unit(golden.condition)), [rows, 1, width]),
        [`guard.${golden.layer}.bounds`]: float32(Float32Array.from(bounds.flat()), [rows, 1, 4]),
      },
      rows,
    );
    return outputs["logits"]!;
  }

  it("bounds what is added as PyTorch does, a case a row", async () => {
    const { median, least, logits } = golden;
    const together = await logitsOf(
      [5, 0, 3e38, -3e38],
      [0, 1, 3e38, -3e38],
      [0, 0, 0.3, -3e38],
      [0, 0, 3e38, median],
      [2, 1, 0.3, least],
    );
    for (const [row, name] of ["from", "keepNorm", "cap", "when", "all"].entries()) {
      const expected = Float32Array.from(logits[name]!);
      const got = together.subarray(row * expected.length, (row + 1) * expected.length);
      expect(largestDifference(got, expected), name).toBeLessThan(1e-3);
    }
    const unbounded = (
      await outputsOf({ steeredLayers: [0] }, { steering: steering(1, () => Float32Array.from(golden.vector)) })
    )["logits"]!;
    for (const values of Object.values(logits))
      expect(largestDifference(Float32Array.from(values), unbounded)).toBeGreaterThan(0.1);
  });

  it("that lets nothing through gives the base's numbers to the bit", async () => {
    expect(await logitsOf([length, 1, 0, -3e38])).toEqual((await outputsOf({}))["logits"]);
  });
});

describe("gates (rule 24)", () => {
  it("above 0 are mirrored before they are activated; a row with c = -1 keeps the base's numbers to the bit", async () => {
    const base = await outputsOf({});
    // a, b, c, slope, offset: where x > 0 it becomes -2 x + 1.
    const terms = (on: boolean) =>
      [0, on ? 1 : 0, on ? 0 : -1, -2, 1].flatMap((value) => Array<number>(neurons).fill(value));
    const edited = await outputsOf(
      { gateLayers: [0] },
      { "gates.0": float32(Float32Array.from([...terms(true), ...terms(false)]), [2, 5, neurons]) },
      2,
    );
    const pre = base["blocks.0.mlp.hook_pre"]!;
    const expected = pre.map((x) => (x > 0 ? 1 - 2 * x : x));
    expect(relativeDifference(edited["blocks.0.mlp.hook_pre"]!.subarray(0, pre.length), expected)).toBeLessThan(1e-6);
    expect(edited["blocks.0.mlp.hook_pre"]!.subarray(pre.length)).toEqual(pre);
    const stream = base["blocks.0.hook_resid_post"]!;
    expect(edited["blocks.0.hook_resid_post"]!.subarray(stream.length)).toEqual(stream);
  });
});

describe("neurons", () => {
  it("are scaled and shifted before they are projected down (rule 11)", async () => {
    const [gain, bias] = [vector(neurons, 10), vector(neurons, 11)];
    const base = await outputsOf({});
    const edited = await outputsOf(
      { neuronLayers: [0] },
      { "neuron_gain.0": float32(gain, [1, 1, neurons]), "neuron_bias.0": float32(bias, [1, 1, neurons]) },
    );
    const expected = base["blocks.0.mlp.hook_post"]!.map((value, i) => value * gain[i % neurons]! + bias[i % neurons]!);
    expect(relativeDifference(edited["blocks.0.mlp.hook_post"]!, expected)).toBeLessThan(1e-6);
    expect(edited["blocks.0.hook_resid_mid"]).toEqual(base["blocks.0.hook_resid_mid"]);
    expect(largestDifference(edited["blocks.0.hook_resid_post"]!, base["blocks.0.hook_resid_post"]!)).toBeGreaterThan(
      0.01,
    );
  });
});
