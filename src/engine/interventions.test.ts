import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Geometry } from "../compiler/program";
import { unwrap } from "../result";
import { applyAll } from "../steering/apply";
import type { Intervention } from "../steering/intervention";
import { type EditInput, planEdits } from "./interventions";

const geometry: Geometry = {
  layers: 3,
  width: 4,
  heads: 1,
  kvHeads: 1,
  headSize: 4,
  mlpWidth: 2,
  vocabulary: 8,
  context: 16,
};

function named(inputs: readonly EditInput[], name: string): EditInput {
  const input = inputs.find((candidate) => candidate.name === name);
  if (!input) throw new Error(`${name} is not fed`);
  return input;
}

/** h + (h U) V + b, with what is fed for one row. */
function asFed(inputs: readonly EditInput[], layer: number, h: Float32Array): number[] {
  const result = Array.from(h);
  const u = inputs.find(({ name }) => name === `edit.${layer}.u`);
  if (u) {
    const v = named(inputs, `edit.${layer}.v`);
    const rank = u.dims[2]!;
    for (let r = 0; r < rank; r++) {
      const weight = h.reduce((sum, value, d) => sum + value * u.values[d * rank + r]!, 0);
      for (let d = 0; d < h.length; d++) result[d]! += weight * v.values[r * h.length + d]!;
    }
  }
  const steering = inputs.find(({ name }) => name === "steering");
  return result.map((value, d) => value + (steering?.values[layer * h.length + d] ?? 0));
}

const vector = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 })
  .map((values) => Float32Array.from(values));
const span = fc.constantFrom("prompt" as const, "generation" as const, "both" as const, { from: 1, to: 3 });
const residual = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    layer: fc.constant(1),
    vector,
    strength: fc.integer({ min: -3, max: 3 }),
    span,
  }),
  fc.record({ kind: fc.constant("ablate" as const), layer: fc.constant(1), direction: vector, span }),
  fc.record({
    kind: fc.constant("low-rank" as const),
    layer: fc.constant(1),
    rank: fc.constant(2),
    u: fc.tuple(vector, vector).map(([a, b]) => Float32Array.of(...a, ...b).map((x) => x / 8)),
    v: fc.tuple(vector, vector).map(([a, b]) => Float32Array.of(...a, ...b)),
    span,
  }),
);

describe("planEdits", () => {
  it("has one program for pushes at one layer or another where both are steerable, fed zeros where none is", () => {
    const push = (layer: number): Intervention => ({
      kind: "add",
      layer,
      vector: Float32Array.of(1, 2, 3, 4),
      strength: 2,
    });
    const [first, second] = [0, 2].map((layer) => unwrap(planEdits([[push(layer)], []], geometry, [0, 2])));
    expect(first!.options).toEqual(second!.options);
    expect(first!.options.steeredLayers).toEqual([0, 2]);
    expect(Array.from(named(first!.inputs("prompt", [0]), "steering").values)).toEqual([
      2,
      4,
      6,
      8,
      ...Array<number>(8).fill(0),
    ]);
  });

  it("composes any sequence of residual interventions to what they do one after another", () => {
    fc.assert(
      fc.property(fc.array(residual, { maxLength: 5 }), vector, (interventions, h) => {
        const plan = unwrap(planEdits([interventions], geometry));
        for (const [phase, past] of [
          ["prompt", 0],
          ["generation", 5],
          ["generation", 6],
          ["generation", 8],
        ] as const) {
          const expected = applyAll(interventions, [h], { past, promptLength: 5 });
          const fed = asFed(plan.inputs(phase, [0], Math.max(0, past - 5)), 1, h);
          const scale = Math.max(1, ...expected[0]!.map(Math.abs));
          for (const [d, value] of fed.entries()) expect(Math.abs(value - expected[0]![d]!) / scale).toBeLessThan(1e-3);
        }
      }),
    );
  });

  it("(rule 13) feeds anew only where a stretch begins or ends", () => {
    const add: Intervention = {
      kind: "add",
      layer: 1,
      vector: Float32Array.of(1, 0, 0, 0),
      strength: 1,
      span: { from: 2, to: 4 },
    };
    const plan = unwrap(planEdits([[], [add]], geometry));
    expect(plan.sharedPrompt).toBe(true);
    expect([0, 1, 2, 3, 4, 5].filter((position) => plan.changesAt(position))).toEqual([2, 4]);
    const pushed = (position: number) => named(plan.inputs("generation", [1], position), "steering").values[4];
    expect([1, 2, 3, 4].map(pushed)).toEqual([0, 1, 1, 0]);
  });

  it("asks for no input that no intervention needs", () => {
    const plan = unwrap(planEdits([[], []], geometry));
    expect(plan.options).toEqual({ steeredLayers: [], edits: [], guardedLayers: [], neuronLayers: [], gateLayers: [] });
    expect(plan.inputs("prompt", [0, 1])).toEqual([]);
    expect(plan.sharedPrompt).toBe(true);
  });

  it("keeps a strength of 0 in the program, as a vector of zeros: sliding to 0 compiles nothing", () => {
    const plan = unwrap(
      planEdits([[{ kind: "add", layer: 2, vector: Float32Array.of(1, 2, 3, 4), strength: 0 }]], geometry),
    );
    expect(plan.options.steeredLayers).toEqual([2]);
    expect(named(plan.inputs("prompt", [0]), "steering").values.every((value) => value === 0)).toBe(true);
  });

  it("lays rows of steering one after another and shares a prompt that only generation steers", () => {
    const add = (layer: number, strength: number, span: "generation" | "both"): Intervention => ({
      kind: "add",
      layer,
      vector: Float32Array.of(1, 0, 0, 2),
      strength,
      span,
    });
    const late = unwrap(planEdits([[add(0, 1, "generation")], [add(2, 3, "generation")]], geometry));
    expect(late.sharedPrompt).toBe(true);
    const { dims, values } = named(late.inputs("generation", [0, 1]), "steering");
    expect(dims).toEqual([2, 3, 4]);
    expect(Array.from(values)).toEqual([1, 0, 0, 2, ...Array(8).fill(0), ...Array(8).fill(0), 3, 0, 0, 6]);
    expect(unwrap(planEdits([[add(0, 1, "both")], [add(2, 3, "both")]], geometry)).sharedPrompt).toBe(false);
  });

  it("feeds one edit where the rows agree, and one a row filled up with zeros where they do not", () => {
    const ablate: Intervention = { kind: "ablate", layer: 1, direction: Float32Array.of(0, 3, 0, 4) };
    const alike = named(unwrap(planEdits([[ablate], [ablate]], geometry)).inputs("prompt", [0, 1]), "edit.1.u");
    expect(alike.dims).toEqual([1, 4, 1]);
    [0, -0.6, 0, -0.8].forEach((value, d) => expect(alike.values[d]).toBeCloseTo(value, 6)); // -v / 5
    const apart = unwrap(planEdits([[ablate], []], geometry));
    const v = named(apart.inputs("prompt", [0, 1]), "edit.1.v");
    expect(v.dims).toEqual([2, 1, 4]);
    expect(Array.from(v.values.subarray(4))).toEqual([0, 0, 0, 0]);
    expect(apart.sharedPrompt).toBe(false);
  });

  it("feeds a guard to its row and bounds that bind nothing to the others", () => {
    const guard: Intervention = {
      kind: "guard",
      layer: 1,
      from: 2,
      keepNorm: true,
      cap: { direction: Float32Array.of(0, 3, 0, 4), most: 2 },
    };
    const plan = unwrap(planEdits([[], [guard]], geometry));
    expect(plan.options.guardedLayers).toEqual([1]);
    const inputs = plan.inputs("prompt", [0, 1]);
    const bounds = named(inputs, "guard.1.bounds");
    expect(bounds.dims).toEqual([2, 1, 4]);
    expect(Array.from(bounds.values, (value) => Number(value.toPrecision(3)))).toEqual([
      0, 0, 3e38, -3e38, 2, 1, 2, -3e38,
    ]);
    const cap = Array.from(named(inputs, "guard.1.cap").values.subarray(4), (value) => Number(value.toFixed(6)));
    expect(cap).toEqual([0, 0.6, 0, 0.8]);
    expect(planEdits([[guard, guard]], geometry)).toMatchObject({
      ok: false,
      problem: { what: "Layer 1 has two guards." },
    });
  });

  it("composes neuron edits: gain 2 bias 1, then gain 3 bias 5, is gain 6 bias 1 x 3 + 5 = 8", () => {
    const edit = (gain: number, bias: number): Intervention => ({
      kind: "neurons",
      layer: 0,
      gain: Float32Array.of(gain, 1),
      bias: Float32Array.of(bias, 0),
    });
    const inputs = unwrap(planEdits([[edit(2, 1), edit(3, 5)]], geometry)).inputs("prompt", [0]);
    expect(Array.from(named(inputs, "neuron_gain.0").values)).toEqual([6, 1]);
    expect(Array.from(named(inputs, "neuron_bias.0").values)).toEqual([8, 0]);
  });

  it.each([
    [{ kind: "add", layer: 3, vector: new Float32Array(4), strength: 1 }, /Layer 3 does not exist/],
    [{ kind: "add", layer: 0.5, vector: new Float32Array(4), strength: 1 }, /does not exist/],
    [{ kind: "add", layer: 0, vector: new Float32Array(4), strength: Number.NaN }, /strength/],
    [{ kind: "add", layer: 0, vector: new Float32Array(5), strength: 1 }, /5 numbers where this model needs 4/],
    [{ kind: "ablate", layer: 0, direction: Float32Array.of(1, Number.POSITIVE_INFINITY, 0, 0) }, /not finite/],
    [{ kind: "low-rank", layer: 0, rank: 0, u: new Float32Array(0), v: new Float32Array(0) }, /rank/],
    [{ kind: "guard", layer: 0, cap: { direction: new Float32Array(3), most: 1 } }, /cap/],
    [{ kind: "guard", layer: 0, when: { direction: new Float32Array(4), above: Number.NaN } }, /bound/],
    [{ kind: "guard", layer: 0, from: -1 }, /bound/],
    [{ kind: "neurons", layer: 0, gain: new Float32Array(3), bias: new Float32Array(2) }, /gain/],
  ] satisfies [Intervention, RegExp][])("refuses %o", (intervention, reason) => {
    const result = planEdits([[], [intervention]], geometry);
    expect(result).toMatchObject({ ok: false, problem: { code: "intervention-invalid" } });
    if (!result.ok) expect(result.problem.what).toMatch(reason);
  });
});
