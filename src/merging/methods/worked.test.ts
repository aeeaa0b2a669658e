import { describe, expect, test } from "vitest";
import { keepRanks } from "../arithmetic/ranks";
import { chancesOf } from "./della";
import { type MergeMethodName, methodOf } from "./index";
import type { TensorPlace } from "./method";
import { lineWorth } from "./widen";

type Values = Readonly<Record<string, number | boolean>>;
const f32 = (...values: readonly number[]) => new Float32Array(values);

/** Merges with the parameters' defaults filled in, as a recipe does. */
function merge(
  name: MergeMethodName,
  tensors: readonly Float32Array[],
  tensor: Values,
  own: readonly Values[] = [],
  shape = [1, tensors[0]!.length],
  evidence: TensorPlace["evidence"] = {},
) {
  const method = methodOf(name);
  const defaults = (level: "tensor" | "source") =>
    Object.fromEntries(
      Object.entries(method.parameters).flatMap(([key, rule]) =>
        rule.level === level && rule.default !== undefined ? [[key, rule.default]] : [],
      ),
    );
  const sources = tensors.map((_, i) =>
    i === 0 && method.base !== "none" && own.length < tensors.length
      ? {}
      : { ...defaults("source"), ...own[own.length < tensors.length ? i - 1 : i] },
  );
  const parameters = { tensor: { ...defaults("tensor"), ...tensor }, sources };
  const place = { name: "model.layers.0.mlp.up_proj.weight", shape, evidence };
  return { method, parameters, place, merged: () => method.merge(tensors, parameters, place) };
}

function expectClose(got: Float32Array, want: readonly number[], digits = 5): void {
  expect(got.length).toBe(want.length);
  for (const [i, value] of want.entries()) expect(got[i]).toBeCloseTo(value, digits);
}

const zero = f32(0, 0, 0, 0, 0, 0);
const d1 = f32(1, -2, 0.1, 0.5, 0, 3);
const d2 = f32(-4, 1, 0.2, 0.5, 0.3, -3);
const d3 = f32(2, 2, -0.3, -0.1, 0.25, 0);
const d3b = f32(2, 2, -0.3, -0.1, 0.3, 0);
const halves = (...weights: number[]) => weights.map((weight) => ({ weight, density: 0.5 }));

describe("TIES", () => {
  test("half of six kept: votes 1-4+2 < 0 leave -4; -2+1+2 > 0 leave (1+2)/2; 3 and -3 tie, so +3", () => {
    expectClose(merge("ties", [zero, d1, d2, d3], {}, halves(1, 1, 1)).merged(), [-4, 1.5, -0.3, 0, 0, 3]);
    // weights 1, 0.2, 1: 1 - 0.8 + 2 > 0 leaves (1 + 2) / 2; -2 + 0.2 + 2 > 0 leaves (0.2 + 2) / 1.2
    expectClose(merge("ties", [zero, d1, d2, d3], {}, halves(1, 0.2, 1)).merged(), [1.5, 1.833333, -0.3, 0, 0, 3]);
  });

  test("all kept: 0.1 + 0.2 - 0.3 is a tie in f32, so + wins; the mean of 0.1 and 0.2", () => {
    const own = [{ weight: 1 }, { weight: 1 }, { weight: 1 }];
    expectClose(merge("ties", [zero, d1, d2, d3b], {}, own).merged(), [-4, 1.5, 0.15, 0.5, 0.3, 3]);
  });

  test("three quarters of two vectors: the paper's and mergekit's agree", () => {
    const pair = [f32(0.4, -0.2, 0.1, 0.3), f32(0.2, 0.5, -0.05, -0.6)];
    const own = [0, 1].map(() => ({ weight: 1, density: 0.75 }));
    for (const name of ["ties", "ties_paper"] as const) {
      expectClose(merge(name, [f32(0, 0, 0, 0), ...pair], {}, own).merged(), [0.3, 0.5, 0, -0.6]);
    }
  });

  test("M6 two merges called TIES part where weights differ: the sum without weights keeps -4, the weighted one 1.5", () => {
    const own = halves(1, 0.2, 1);
    // unweighted election 1 - 4 + 2 < 0: only -4 agrees, weighted 0.2 * -4 = -0.8 over one model
    expect(merge("ties_paper", [zero, d1, d2, d3], {}, own).merged()[0]).toBeCloseTo(-0.8, 5);
    expect(merge("ties", [zero, d1, d2, d3], {}, own).merged()[0]).toBeCloseTo(1.5, 5);
  });

  test("M6 magnitudes vote in both: -4 outweighs 1 and 2; what agrees alone enters whole, or at its weight of 0.2", () => {
    const own = [1, 0.2].map((weight) => ({ weight, density: 1 }));
    const merged = (name: MergeMethodName) => merge(name, [f32(0), f32(0), f32(5)], {}, own).merged()[0];
    expect(merged("ties")).toBeCloseTo(5, 6);
    expect(merged("ties_paper")).toBeCloseTo(1, 6);
    for (const name of ["ties", "ties_paper"] as const) {
      const equal = [1, 1, 1].map((weight) => ({ weight, density: 1 }));
      expect(merge(name, [f32(0), f32(1), f32(-4), f32(2)], {}, equal).merged()[0]).toBe(-4);
    }
  });
});

describe("elections", () => {
  test("M6 the papers of DARE and DELLA elect without weights and average by number: (1, 2), (1, 4) is (1, 3); 1 against -1.5 is -1.5", () => {
    for (const name of ["dare_ties_paper", "della_paper"] as const) {
      const own = [1, 1].map((weight) => ({ weight, density: 1 }));
      expectClose(merge(name, [f32(0, 0), f32(1, 2), f32(1, 4)], {}, own).merged(), [1, 3]);
      expectClose(merge(name, [f32(0), f32(1), f32(-1.5)], {}, [{ ...own[0], weight: 2 }, own[1]!]).merged(), [-1.5]);
    }
  });

  test("weights of which some cancel are refused where they divide", () => {
    const objection = (name: MergeMethodName, weights: readonly number[], tensor: Values = {}) => {
      const { method, parameters, place } = merge(
        name,
        [zero, d1, d2, d3].slice(0, weights.length + 1),
        tensor,
        halves(...weights),
      );
      return method.objectToParameters?.(parameters, place)?.what;
    };
    expect(objection("ties", [0.3, -0.1, -0.2])).toContain("0.3, -0.1, -0.2 cancel");
    expect(objection("ties", [1, -1])).toContain("1, -1 cancel");
    expect(objection("ties", [1, -0.5])).toBeUndefined();
    expect(objection("ties", [1, -1], { normalize: false })).toBeUndefined();
    expect(objection("ties_paper", [1, -1])).toBeUndefined();
  });
});

test("between two opposite tensors the sphere has no middle: the Karcher mean of (1, 2) and (-1, -2) is refused", () => {
  const { method, parameters } = merge("karcher", [f32(1, 2), f32(-1, -2)], {});
  expect(method.objectToTensors?.([f32(1, 2), f32(-1, -2)], parameters)?.what).toContain("opposite");
  expect(method.objectToTensors?.([f32(1, 2), f32(-1, 2)], parameters)).toBeUndefined();
});

test("task arithmetic with 0.5, 0.25, 0.25: 0.5 * 1 - 0.25 * 4 + 0.25 * 2 = 0", () => {
  const own = [{ weight: 0.5 }, { weight: 0.25 }, { weight: 0.25 }];
  expectClose(merge("task_arithmetic", [zero, d1, d2, d3b], {}, own).merged(), [0, -0.25, 0.025, 0.35, 0.15, 0.75]);
});

test("a chat vector: 1 + 1 * (2 - 1) + 0.5 * (3 - 1) = 3; λ = 0 is the continued model itself", () => {
  const own = [{ weight: 1 }, { weight: 0.5 }];
  expectClose(merge("task_arithmetic", [f32(1), f32(2), f32(3)], {}, own).merged(), [3]);
  const none = merge("task_arithmetic", [f32(1), f32(2), f32(3)], {}, [{ weight: 1 }, { weight: 0 }]);
  expect(none.method.uses(none.parameters)).toEqual([false, true, false]);
  expect(none.method.borrows(none.parameters)).toBe(true);
});

describe("breadcrumbs", () => {
  const values = f32(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const none = new Float32Array(10);
  test("half of 1 to 10: without the largest tenth 5 to 9, with gamma 0 6 to 10 (mergekit: none)", () => {
    const kept = (gamma: number) =>
      merge("breadcrumbs", [none, values], {}, [{ weight: 1, density: 0.5, gamma }]).merged();
    expect([...kept(0.1)]).toEqual([0, 0, 0, 0, 5, 6, 7, 8, 9, 0]);
    expect([...kept(0)]).toEqual([0, 0, 0, 0, 0, 6, 7, 8, 9, 10]);
  });

  test("a tensor of which nothing would stay is named", () => {
    const { method, parameters, place } = merge("breadcrumbs", [f32(0, 0, 0), f32(1, 2, 3)], {}, [
      { weight: 1, density: 0.2 },
    ]);
    expect(method.objectToParameters?.(parameters, place)).toEqual({
      what: "Density 0.2 of the 3 values of model.layers.0.mlp.up_proj.weight keeps none.",
      remedy: "Raise the density, give this tensor 1 by a filter, or give the model the weight 0.",
    });
  });
});

describe("DELLA", () => {
  test("probabilities of .1 to .5 at density .5, ε .2: .3, .4, .5, .6, .7; of many draws the mean is that", () => {
    const values = f32(0.1, 0.2, 0.3, 0.4, 0.5);
    const own = { weight: 1, density: 0.5, epsilon: 0.2 };
    const chances = chancesOf({ values, own, place: { name: "x", shape: [1, 5] } });
    for (const [i, want] of [0.3, 0.4, 0.5, 0.6, 0.7].entries()) expect(chances[i]).toBeCloseTo(want, 12);
    const rows = 4000;
    const many = new Float32Array(rows * 5).map((_, i) => values[i % 5]!);
    const { merged } = merge("della_paper", [new Float32Array(rows * 5), many], { normalize: false }, [own], [rows, 5]);
    const sums = merged().reduce((sum, value) => sum + value, 0);
    expect(sums / many.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1);
  });

  test("probabilities outside (0, 1) are named with the bound", () => {
    const { method, parameters } = merge("della", [zero, d1], {}, [{ weight: 1, density: 0.5, epsilon: 0.5 }]);
    expect(method.objectToParameters?.(parameters)?.remedy).toContain("epsilon below 0.500");
  });
});

describe("DARE", () => {
  const delta = f32(1, -2, 3, 0.5);
  test("the paper's expectation over seeds is the difference", () => {
    const sums = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const { merged } = merge("dare_linear_paper", [f32(0, 0, 0, 0), delta], { seed }, [{ weight: 1, density: 0.5 }]);
      for (const [i, value] of merged().entries()) sums[i]! += value / 4000;
    }
    for (const [i, value] of delta.entries()) expect(Math.abs(sums[i]! - value)).toBeLessThan(0.08 * Math.abs(value));
  });

  test("mergekit's keeps the sum of magnitudes, 6.5, whatever is dropped; one seed, one result", () => {
    const once = (seed: number) =>
      merge("dare_linear", [f32(0, 0, 0, 0), delta], { seed }, [{ weight: 1, density: 0.5 }]).merged();
    for (const seed of [1, 2, 3]) {
      const sum = once(seed).reduce((total, value) => total + Math.abs(value), 0);
      expect([0, 6.5]).toContainEqual(Number(sum.toFixed(4)));
      expect(once(seed)).toEqual(once(seed));
    }
  });
});

test("a trim of 128 x 64 at a quarter keeps exactly 2048, ties or not", () => {
  const values = Float32Array.from({ length: 128 * 64 }, (_, i) => Math.sin(i * 12.9898) * (i % 7));
  keepRanks(values, 0, 2048);
  expect(values.filter((value) => value !== 0)).toHaveLength(2048);
  const equal = new Float32Array(10).fill(3);
  keepRanks(equal, 2, 5);
  expect([...equal]).toEqual([0, 0, 3, 3, 3, 0, 0, 0, 0, 0]);
});

describe("Model Stock", () => {
  const base = f32(0, 0);
  test("cosine .5 of two: t = 2 * .5 / 1.5 = .6667 of their mean (.75, .433)", () => {
    expectClose(merge("model_stock", [base, f32(1, 0), f32(0.5, 0.866025)], {}).merged(), [0.5, 0.288675]);
  });
  test("orthogonal and opposite differences leave the base", () => {
    expectClose(merge("model_stock", [base, f32(1, 0), f32(0, 1)], {}).merged(), [0, 0]);
    expectClose(merge("model_stock", [base, f32(1, 0), f32(-1, 0)], {}).merged(), [0, 0]);
  });
});

describe("SCE", () => {
  test("of one model is that model; equal models are that model", () => {
    expectClose(merge("sce", [zero, d1], {}).merged(), [...d1]);
    expectClose(merge("sce", [zero, d1, d1], {}).merged(), [...d1]);
  });
  test("weights by squares, minority erased: (2, 1) and (-1, 1): 2; weights 5/7, 2/7 of 1 and 1: 1", () => {
    expectClose(merge("sce_paper", [f32(0, 0), f32(2, 1), f32(-1, 1)], {}).merged(), [2, 1]);
  });
});

test("Karcher: the middle of two right angles is their bisector at the mean length (2 + 4) / 2", () => {
  expectClose(merge("karcher", [f32(2, 0), f32(0, 4)], {}, [{}, {}]).merged(), [2.12132, 2.12132]);
});

test("NearSwap moves each value by at most t: 1 to 3 by .5, 1 to 1.2 whole", () => {
  expectClose(merge("nearswap", [f32(1, 1), f32(3, 1.2)], { t: 0.5 }).merged(), [1.5, 1.2]);
});

test("NuSLERP refuses three models without a base, and weights that lead off the arc", () => {
  const three = { tensor: {}, sources: [{ weight: 1 }, { weight: 1 }, { weight: 1 }] };
  expect(methodOf("nuslerp").objectToParameters?.(three)?.what).toContain("one model to one other");
  const away = { tensor: {}, sources: [{ weight: 3 }, { weight: -1 }] };
  expect(methodOf("nuslerp").objectToParameters?.(away)?.what).toContain("t = -0.500");
});

test("WIDEN: I, diag(2, 1) and [[1, .75], [0, 1]] give [[1.75, .75], [0, 1]]", () => {
  const [base, a, b] = [f32(1, 0, 0, 1), f32(2, 0, 0, 1), f32(1, 0.75, 0, 1)];
  const worth = lineWorth(base, [a, b], 2, 2, false, 1, 1);
  for (const [j, want] of [
    [0.75, 0.6888],
    [0.4388, 1],
  ].entries()) {
    for (const [line, value] of want.entries()) expect(worth[j]![line]).toBeCloseTo(value, 4);
  }
  expectClose(merge("widen", [base, a, b], {}, [{}, {}, {}], [2, 2]).merged(), [1.75, 0.75, 0, 1]);
});

describe("source-shielded", () => {
  const base = f32(3, 1, 0, 4, 0, 2);
  const tuned = f32(30, 10, 1, 40, 1, 20);
  const at = { inputs: { "model.layers.0.mlp.up_proj.weight": f32(0.1, 4, 1) } };
  test("columns 5, 1, 2 long with inputs .1, 4, 1 score .5, 4, 2: a third keeps column 2, by magnitude column 1", () => {
    expect([...merge("source_shielded", [base, tuned], { rho: 1 / 3 }, [{}, {}], [2, 3], at).merged()]).toEqual([
      30, 1, 1, 40, 0, 20,
    ]);
    expect([...merge("source_shielded_magnitude", [base, tuned], { rho: 1 / 3 }, [{}, {}], [2, 3]).merged()]).toEqual([
      3, 10, 1, 4, 1, 20,
    ]);
  });
  test("ρ = 1 borrows the base, ρ = 0 the fine-tune, and without measured inputs it is refused by name", () => {
    const ends = [1, 0].map((rho) => merge("source_shielded", [base, tuned], { rho }, [{}, {}], [2, 3], at));
    expect(ends.map(({ method, parameters }) => method.uses(parameters))).toEqual([
      [true, false],
      [false, true],
    ]);
    const { method, parameters, place } = merge("source_shielded", [base, tuned], { rho: 0.5 }, [{}, {}], [2, 3]);
    expect(method.objectToParameters?.(parameters, place)?.what).toContain("no inputs have been measured");
  });
});

describe("grafts", () => {
  test("half of four: the two that moved most are copied bit for bit; 0 and 1 borrow", () => {
    const [base, tuned] = [f32(1, 1, 1, 1), f32(1.1, 3, 0.9, -2)];
    expect([...merge("graft", [base, tuned], { density: 0.5 }).merged()]).toEqual([1, 3, 1, -2]);
    const ends = [0, 1].map((density) => merge("graft", [base, tuned], { density }));
    expect(ends.map(({ method, parameters }) => method.uses(parameters))).toEqual([
      [true, false],
      [false, true],
    ]);
  });
  test("weighted by inputs a small move on a large input wins: .2 * √100 > 1 * √1", () => {
    const at = { inputs: { "model.layers.0.mlp.up_proj.weight": f32(100, 1) } };
    expectClose(
      merge("graft_active", [f32(0, 0), f32(0.2, 1)], { density: 0.5 }, [{}, {}], [1, 2], at).merged(),
      [0.2, 0],
    );
  });
});

test("a neuron patch changes exactly the rows of up and the columns of down; without neurons nothing", () => {
  const [base, tuned] = [f32(0, 0, 0, 0, 0, 0), f32(1, 1, 1, 1, 1, 1)];
  const { method, parameters } = merge("neuron_patch", [base, tuned], {});
  const patch = (name: string, shape: number[], neurons: number[]) => [
    ...method.merge([base, tuned], parameters, { name, shape, evidence: { neurons: [neurons] } }),
  ];
  expect(patch("model.layers.0.mlp.up_proj.weight", [3, 2], [1])).toEqual([0, 0, 1, 1, 0, 0]);
  expect(patch("model.layers.0.mlp.down_proj.weight", [2, 3], [1])).toEqual([0, 1, 0, 0, 1, 0]);
  expect(patch("model.layers.0.self_attn.q_proj.weight", [3, 2], [1])).toEqual([0, 0, 0, 0, 0, 0]);
  expect(patch("model.layers.0.mlp.up_proj.weight", [3, 2], [])).toEqual([0, 0, 0, 0, 0, 0]);
});

test("a neuron patch knows how GPT-2 and Phi-3 lay neurons: [in, out], and gate above up", () => {
  const tensors = [new Float32Array(8), new Float32Array(8).fill(1)];
  const { method, parameters } = merge("neuron_patch", tensors, {});
  const patch = (name: string, shape: number[]) => [
    ...method.merge(tensors, parameters, { name, shape, evidence: { neurons: [[1]] } }),
  ];
  expect(patch("h.0.mlp.c_fc.weight", [2, 4])).toEqual([0, 1, 0, 0, 0, 1, 0, 0]);
  expect(patch("h.0.mlp.c_fc.bias", [8])).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
  expect(patch("h.0.mlp.c_proj.weight", [4, 2])).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  expect(patch("model.layers.0.mlp.gate_up_proj.weight", [4, 2])).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
});

test("knowledge subtraction: 1 + 2 * ((4 - 1) - .5 * mean(3 - 1, 5 - 1)) = 4; λ = 0 is the task's model", () => {
  const tensors = [f32(1), f32(4), f32(3), f32(5)];
  expectClose(merge("knowledge_subtraction", tensors, { scale: 2, lambda: 0.5 }).merged(), [4]);
  const task = merge("knowledge_subtraction", tensors, { scale: 1, lambda: 0 });
  expect(task.method.uses(task.parameters)).toEqual([false, true, false, false]);
});

test("NuSLERP between equal tensors, and between equal rows, is what they are", () => {
  const same = f32(1, 2, -3, 0.5);
  const weights = [{ weight: 1 }, { weight: 3 }];
  expectClose(merge("nuslerp", [same, same], {}, weights).merged(), [...same]);
  const rows = { nuslerp_flatten: false, nuslerp_row_wise: true };
  expectClose(
    merge("nuslerp", [same, f32(1, 2, 0, 0.5)], rows, weights, [2, 2])
      .merged()
      .slice(0, 2),
    [1, 2],
  );
});
