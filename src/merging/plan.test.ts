import { describe, expect, test } from "vitest";
import type { Problem } from "../result";
import { unwrap } from "../result";
import type { Parent } from "./compatibility";
import { recipeOfMap } from "./layer-map";
import { layerSwapShares } from "./layer-swap";
import { planMerge } from "./plan";
import type { Recipe, Slice } from "./recipe";

interface Shape {
  readonly layers?: number;
  readonly width?: number;
  readonly vocabulary?: number;
  readonly tied?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
}

function parent({ layers = 8, width = 4, vocabulary = 10, tied = false, config = {} }: Shape = {}): Parent {
  const tensors = new Map<string, { shape: readonly number[] }>();
  tensors.set("model.embed_tokens.weight", { shape: [vocabulary, width] });
  for (let layer = 0; layer < layers; layer++) {
    tensors.set(`model.layers.${layer}.self_attn.q_proj.weight`, { shape: [width, width] });
    tensors.set(`model.layers.${layer}.input_layernorm.weight`, { shape: [width] });
  }
  tensors.set("model.norm.weight", { shape: [width] });
  if (!tied) tensors.set("lm_head.weight", { shape: [vocabulary, width] });
  return {
    config: {
      model_type: "llama",
      hidden_size: width,
      num_attention_heads: 2,
      num_hidden_layers: layers,
      vocab_size: vocabulary,
      tie_word_embeddings: tied,
      ...config,
    },
    tensors,
  };
}

const parents = (a: Shape = {}, b: Shape = {}) =>
  new Map([
    ["A", parent(a)],
    ["B", parent(b)],
  ]);

function slice(from: number, to: number, weightA: number, weightB: number): Slice {
  return {
    sources: [
      { model: "A", layer_range: [from, to], parameters: { weight: weightA } },
      { model: "B", layer_range: [from, to], parameters: { weight: weightB } },
    ],
  };
}

const halves: Recipe = { merge_method: "linear", slices: [slice(0, 8, 1, 1)] };

function problemOfPlan(recipe: Recipe, models: ReadonlyMap<string, Parent> = parents()): Problem {
  const planned = planMerge(recipe, models);
  if (planned.ok) throw new Error("the plan was accepted");
  return planned.problem;
}

/** What a tensor would be if A were filled with 1 and B with 2. */
function constant(recipe: Recipe, name: string, models: ReadonlyMap<string, Parent> = parents()): number {
  const origin = unwrap(planMerge(recipe, models)).tensors.get(name)!.origin;
  const value = (model: string) => (model === "A" ? 1 : 2);
  if (origin.kind === "copy") return value(origin.from.model);
  if (origin.method === "slerp") return 1 + Number(origin.parameters.tensor["t"]);
  const weights = origin.parameters.sources.map((source) => Number(source["weight"]));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return origin.from.reduce((sum, { model }, index) => sum + (weights[index]! / total) * value(model), 0);
}

const queries = (count: number) => Array.from({ length: count }, (_, l) => `model.layers.${l}.self_attn.q_proj.weight`);

describe("mergekit's numbers (M1 in SPEC.md)", () => {
  test("slices 2|1|3|1|1 of constants 1 and 2 give 2,2,1.5,1,1,1,1.5,2 and the outer slices own the rest", () => {
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [slice(0, 2, 0, 1), slice(2, 3, 0.5, 0.5), slice(3, 6, 1, 0), slice(6, 7, 0.5, 0.5), slice(7, 8, 0, 1)],
    };
    expect(queries(8).map((name) => constant(recipe, name))).toEqual([2, 2, 1.5, 1, 1, 1, 1.5, 2]);
    for (const name of ["model.embed_tokens.weight", "model.norm.weight", "lm_head.weight"]) {
      expect(constant(recipe, name)).toBe(2);
    }
  });

  test("filters in the outer slices make embeddings, norm and head the average 1.5", () => {
    const shares = layerSwapShares(8, { bottom: 2, top: 1, bottomTransition: 1, topTransition: 1 });
    const recipe = recipeOfMap({
      a: "A",
      b: "B",
      method: "linear",
      shares,
      embeddings: "average",
      norm: "average",
      head: "average",
    });
    expect(queries(8).map((name) => constant(recipe, name))).toEqual([2, 2, 1.5, 1, 1, 1, 1.5, 2]);
    for (const name of ["model.embed_tokens.weight", "model.norm.weight", "lm_head.weight"]) {
      expect(constant(recipe, name)).toBe(1.5);
    }
  });

  test("a gradient of t over 8 layers, and its first value outside the layers", () => {
    const recipe: Recipe = {
      merge_method: "slerp",
      base_model: "A",
      parameters: { t: [0, 0.5, 0.3, 0.7, 1] },
      slices: [{ sources: [{ model: "B" }, { model: "A" }] }],
    };
    const want = [0, 0.285714, 0.471429, 0.357143, 0.414286, 0.642857, 0.828571, 1];
    expect(queries(8).map((name) => constant(recipe, name))).toEqual(want.map((t) => expect.closeTo(1 + t, 5)));
    expect(constant(recipe, "lm_head.weight")).toBe(1);
  });

  test("weights [1, 0] and [0, 1] give layers from 1 to 2, and a head of 1", () => {
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [
        {
          sources: [
            { model: "A", parameters: { weight: [1, 0] } },
            { model: "B", parameters: { weight: [0, 1] } },
          ],
        },
      ],
    };
    expect(constant(recipe, queries(8)[0]!)).toBe(1);
    expect(constant(recipe, queries(8)[7]!)).toBe(2);
    expect(constant(recipe, "model.norm.weight")).toBe(1);
  });

  test("slerp starts at the base model in whatever order the sources stand", () => {
    for (const order of [
      ["A", "B"],
      ["B", "A"],
    ]) {
      const recipe: Recipe = {
        merge_method: "slerp",
        base_model: "B",
        parameters: { t: 0.25 },
        slices: [{ sources: order.map((model) => ({ model })) }],
      };
      const origin = unwrap(planMerge(recipe, parents())).tensors.get("lm_head.weight")!.origin;
      expect(origin.kind === "merge" && origin.from.map(({ model }) => model)).toEqual(["B", "A"]);
    }
  });
});

describe("the plan", () => {
  test("weight 0 leaves a model out: the rest is copied and the other tensor never read", () => {
    const plan = unwrap(planMerge({ merge_method: "linear", slices: [slice(0, 8, 0, 0.7)] }, parents()));
    for (const [name, { origin }] of plan.tensors) {
      expect(origin).toEqual({ kind: "copy", from: { model: "B", tensor: name } });
    }
  });

  test("layers are numbered by the output: [0,2) then [4,6)", () => {
    const recipe: Recipe = {
      merge_method: "passthrough",
      slices: [{ sources: [{ model: "A", layer_range: [0, 2] }] }, { sources: [{ model: "B", layer_range: [4, 6] }] }],
    };
    const plan = unwrap(planMerge(recipe, parents()));
    expect(plan.layers).toBe(4);
    expect(plan.tensors.get("model.layers.3.input_layernorm.weight")!.origin).toEqual({
      kind: "copy",
      from: { model: "B", tensor: "model.layers.5.input_layernorm.weight" },
    });
    expect(plan.tensors.has("model.layers.4.input_layernorm.weight")).toBe(false);
  });

  test("an empty last slice supplies norm and head only", () => {
    const recipe: Recipe = {
      merge_method: "passthrough",
      slices: [{ sources: [{ model: "A", layer_range: [0, 8] }] }, { sources: [{ model: "B", layer_range: [8, 8] }] }],
    };
    expect(constant(recipe, "lm_head.weight")).toBe(2);
    expect(constant(recipe, "model.embed_tokens.weight")).toBe(1);
    expect(unwrap(planMerge(recipe, parents())).layers).toBe(8);
  });

  test("tied parents have no head of their own, even where one file repeats it", () => {
    const repeated = parent({ tied: true });
    const withHead = { ...repeated, tensors: new Map([...repeated.tensors, ["lm_head.weight", { shape: [10, 4] }]]) };
    const plan = unwrap(
      planMerge(
        halves,
        new Map([
          ["A", withHead],
          ["B", parent({ tied: true })],
        ]),
      ),
    );
    expect(plan.tensors.has("lm_head.weight")).toBe(false);
  });

  /** A GPT-2 whose config does not say that its head is tied. */
  function gpt2(prefix: string, more: readonly string[] = []): Parent {
    const names = ["wte.weight", "h.0.ln_1.weight", "ln_f.weight"].map((name) => `${prefix}${name}`);
    return {
      config: { model_type: "gpt2", n_embd: 4, vocab_size: 10 },
      tensors: new Map([...names, ...more].map((name) => [name, { shape: [10, 4] }])),
    };
  }
  const planOf = (a: Parent, b: Parent) => {
    const models = new Map([
      ["A", a],
      ["B", b],
    ]);
    return unwrap(planMerge({ merge_method: "linear", slices: [slice(0, 1, 1, 1)] }, models));
  };

  test("buffers are no tensors of the merge: masks of GPT-2 and Pythia, tables of positions", () => {
    const plan = planOf(gpt2("", ["h.0.attn.bias", "h.0.attn.masked_bias"]), gpt2(""));
    expect([...plan.tensors.keys()]).toEqual(["h.0.ln_1.weight", "wte.weight", "ln_f.weight"]);
    const llama = parent({ layers: 1 });
    const inverse = ["model.layers.0.self_attn.rotary_emb.inv_freq", { shape: [2] }] as const;
    const older = { ...llama, tensors: new Map([...llama.tensors, inverse]) };
    expect([...planOf(llama, older).tensors.keys()].toSorted()).toEqual([...llama.tensors.keys()].toSorted());
  });

  test("a bias of attention that is a weight is one of its tensors", () => {
    const bias = "h.0.attn.c_attn.bias";
    expect([...planOf(gpt2("", [bias]), gpt2("", [bias])).tensors.keys()]).toContain(bias);
  });

  test("names with and without the model's prefix go together: the result has the host's, each parent its own", () => {
    for (const [host, other] of [
      ["", "transformer."],
      ["transformer.", ""],
    ] as const) {
      const plan = planOf(gpt2(host), gpt2(other));
      expect([...plan.tensors.keys()]).toEqual([`${host}h.0.ln_1.weight`, `${host}wte.weight`, `${host}ln_f.weight`]);
      for (const [name, { origin }] of plan.tensors) {
        expect(origin).toMatchObject({
          from: [
            { model: "A", tensor: name },
            { model: "B", tensor: `${other}${name.slice(host.length)}` },
          ],
        });
      }
    }
  });

  test("a head is tied where the config is silent and the family ties it", () => {
    const plan = planOf(gpt2("transformer."), gpt2("transformer.", ["lm_head.weight"]));
    expect(plan.tensors.has("lm_head.weight")).toBe(false);
  });

  test("a head that is missing is not called tied where it is not", () => {
    const cut = parent();
    const tensors = new Map([...cut.tensors].filter(([name]) => name !== "lm_head.weight"));
    const problem = problemOfPlan(
      halves,
      new Map([
        ["A", parent()],
        ["B", { ...cut, tensors }],
      ]),
    );
    expect(problem.what).toBe("B has no tensor lm_head.weight.");
  });

  test("warns where mergekit would drop a source of the last slice, and where rotary bases differ", () => {
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [{ sources: [slice(0, 4, 1, 1).sources[0]!] }, slice(4, 8, 1, 1)],
    };
    const plan = unwrap(planMerge(recipe, parents({}, { config: { rope_theta: 5e5 } })));
    expect(plan.warnings.join(" ")).toContain("mergekit leaves it out of the final norm and head");
    const roped = unwrap(planMerge(halves, parents({ config: { rope_theta: 1e4 } }, { config: { rope_theta: 5e5 } })));
    expect(roped.warnings[0]).toContain("rope_theta is 10000 in A and 500000 in B");
    expect(constant(recipe, "lm_head.weight")).toBe(1.5);
  });

  test("warns where a split of layers names norms that are not the models' (S4)", () => {
    const split = (filter: string): Recipe => ({
      ...halves,
      parameters: { weight: [{ filter, value: 0 }, { value: 1 }] },
    });
    const named = (filter: string, ...norms: readonly string[]) => {
      const added = norms.map((norm) => [`model.layers.0.${norm}.weight`, { shape: [4] }] as const);
      const models = ["A", "B"].map((model) => {
        const own = parent();
        return [model, { ...own, tensors: new Map([...own.tensors, ...added]) }] as const;
      });
      return unwrap(planMerge(split(filter), new Map(models))).warnings;
    };
    const [llama, gemma] = ["post_attention_layernorm", "pre_feedforward_layernorm"];
    expect(named(llama, llama)).toEqual([]);
    expect(named("feedforward_layernorm", llama, gemma)).toEqual([]);
    expect(named("self_attn", llama, gemma)).toEqual([]);
    expect(named(llama, "ln_2")[0]).toContain("A calls the norms of its MLP ln_2");
    expect(named(llama, llama, gemma)[0]).toContain("A calls the norms of its MLP feedforward_layernorm");
    expect(named("ln_2")[0]).toContain("A has no norm before its MLP alone");
  });
});

describe("what does not fit is refused by name", () => {
  test("shapes: the tensor and both shapes", () => {
    const other = parent();
    const changed = new Map([...other.tensors, ["model.norm.weight", { shape: [5] }]]);
    const problem = problemOfPlan(
      halves,
      new Map([
        ["A", parent()],
        ["B", { ...other, tensors: changed }],
      ]),
    );
    expect(problem.code).toBe("checkpoints-incompatible");
    expect(problem.what).toBe("model.norm.weight is [4] in A, and model.norm.weight is [5] in B.");
    expect(problem.remedy).toContain("one architecture and size");
  });

  test("widths, families and heads by the config's key", () => {
    expect(problemOfPlan(halves, parents({}, { width: 6 })).facts).toMatchObject({
      key: "hidden_size",
      a: "4",
      b: "6",
    });
    const family = problemOfPlan(halves, parents({}, { config: { model_type: "qwen2" } }));
    expect(family.what).toContain("model_type is llama");
    expect(family.remedy).toContain("one architecture and size");
    expect(problemOfPlan(halves, parents({}, { config: { num_key_value_heads: 1 } })).facts).toMatchObject({
      key: "num_key_value_heads",
    });
  });

  test("vocabularies", () => {
    const problem = problemOfPlan(halves, parents({}, { vocabulary: 12 }));
    expect(problem.what).toContain("A has a vocabulary of 10 tokens and B one of 12");
    expect(problem.remedy).toContain("share a tokenizer");
  });

  test("a tied head beside an untied one", () => {
    const problem = problemOfPlan(halves, parents({}, { tied: true }));
    expect(problem.what).toContain("B has no tensor lm_head.weight: its head is tied");
  });

  test("ranges past the end, unequal slices, open ranges of unequal depth", () => {
    const past: Recipe = { merge_method: "linear", slices: [slice(0, 9, 1, 1)] };
    expect(problemOfPlan(past)).toMatchObject({
      what: "slices[0].sources[0].layer_range: [0, 9] reaches past the end of A, which has 8 layers.",
      remedy: "End the range at 8 or before.",
    });
    const unequal: Recipe = {
      merge_method: "linear",
      slices: [{ sources: [slice(0, 4, 1, 1).sources[0]!, slice(0, 3, 1, 1).sources[1]!] }],
    };
    expect(problemOfPlan(unequal)).toMatchObject({
      what: "slices[0].sources[1].layer_range: This source gives 3 layers where the first of its slice gives 4.",
      remedy: "Give all sources of a slice ranges of equal length.",
    });
    const open: Recipe = {
      ...halves,
      slices: [{ sources: [{ model: "A" }, { model: "B" }], parameters: { weight: 1 } }],
    };
    expect(problemOfPlan(open, parents({}, { layers: 6 })).what).toBe("A has 8 layers and B has 6.");
  });

  test("weights that sum to zero: at the tensor", () => {
    const problem = problemOfPlan({ merge_method: "linear", slices: [slice(0, 8, 1, -1)] });
    expect(problem.code).toBe("recipe-invalid");
    expect(problem.what).toBe(
      "At model.layers.0.self_attn.q_proj.weight: The weights 1, -1 sum to zero, and the average would divide by that sum.",
    );
    expect(problem.remedy).toContain("Change a weight");
  });

  test("a gradient that crosses zero is caught at the layer where it does", () => {
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [
        {
          sources: [
            { model: "A", parameters: { weight: 1 } },
            { model: "B", parameters: { weight: [1, -6] } },
          ],
        },
      ],
    };
    // 1 - 7 l / 7 = 1 - l is -1 at layer 2
    expect(problemOfPlan(recipe).facts).toMatchObject({ tensor: "model.layers.2.self_attn.q_proj.weight" });
  });

  test("a required parameter that is missing, also under filters that miss", () => {
    const none: Recipe = { merge_method: "linear", slices: [{ sources: [{ model: "A" }, { model: "B" }] }] };
    expect(problemOfPlan(none).what).toContain("linear needs weight of A at model.layers.0");
    const filtered: Recipe = { ...none, parameters: { weight: [{ filter: "q_proj", value: 1 }] } };
    expect(problemOfPlan(filtered).facts).toMatchObject({ tensor: "model.layers.0.input_layernorm.weight" });
  });

  test.each<[string, Partial<Recipe>, string]>([
    ["no base for slerp", { merge_method: "slerp" }, "slerp needs base_model"],
    ["a base that nobody reads", { base_model: "C" }, "base_model: C is the base model but no slice reads from it."],
    [
      "two models for passthrough",
      { merge_method: "passthrough" },
      "passthrough takes exactly 1 model in a slice, and here are 2",
    ],
    [
      "a parameter of another method",
      { parameters: { density: 0.5 } },
      "parameters.density: linear has no parameter “density”.",
    ],
    [
      "t at a source",
      {
        merge_method: "slerp",
        base_model: "A",
        slices: [{ sources: [{ model: "A", parameters: { t: 0.5 } }, { model: "B" }] }],
      },
      "t is one value for all models",
    ],
    [
      "t out of range",
      {
        merge_method: "slerp",
        base_model: "A",
        parameters: { t: [0, 1.5] },
        slices: [{ sources: [{ model: "A" }, { model: "B" }] }],
      },
      "parameters.t[1]: t is 1.5, outside 0 to 1.",
    ],
    ["an empty gradient", { parameters: { weight: [] } }, "weight is an empty list"],
    ["a number for a switch", { parameters: { normalize: 1 } }, "normalize is 1, and a boolean is wanted"],
    ["one model twice", { slices: [{ sources: [{ model: "A" }, { model: "A" }] }] }, "A stands twice in one slice"],
    ["no slices", { slices: [] }, "The recipe has no slices"],
    ["a range backwards", { slices: [slice(4, 2, 1, 1)] }, "[4, 2] is no range of layers"],
    ["only empty slices", { slices: [slice(4, 4, 1, 1)] }, "All slices are empty"],
    [
      "ranges here and not there",
      { slices: [slice(0, 4, 1, 1), { sources: [{ model: "A" }, { model: "B" }] }] },
      "Some sources have a layer_range and some have none",
    ],
    [
      "a range of a billion layers",
      { slices: [slice(0, 1e9, 1, 1)] },
      "slices[0].sources[0].layer_range: 1,000,000,000 layers",
    ],
    [
      "too many layers in all",
      { slices: Array.from({ length: 100 }, () => slice(0, 8, 1, 1)) },
      "slices: 800 layers in all are more than the 512",
    ],
    ["too many slices", { slices: Array.from({ length: 129 }, () => slice(0, 1, 1, 1)) }, "slices: 129 slices"],
    [
      "a gradient without end",
      { parameters: { weight: Array.from({ length: 200 }, () => 1) } },
      "parameters.weight: 200 values in one gradient",
    ],
    [
      "a filter of a thousand characters",
      { parameters: { weight: [{ filter: "x".repeat(1000), value: 1 }] } },
      "1,000 characters in a filter",
    ],
    [
      "a model that is not open",
      { slices: [{ sources: [{ model: "Z" }], parameters: { weight: 1 } }] },
      "The recipe names Z",
    ],
  ])("%s", (_, change, what) => {
    const problem = problemOfPlan({ ...halves, ...change });
    expect(problem.code).toBe("recipe-invalid");
    expect(problem.what).toContain(what);
    expect(problem.remedy.length).toBeGreaterThan(8);
  });
});
