import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unwrap } from "../result";
import { type LayerMap, recipeOfMap } from "./layer-map";
import type { Recipe } from "./recipe";
import { editDistance, suggestion } from "./suggestion";
import { recipeFromYaml, yamlOfRecipe } from "./yaml";

function problemOfText(text: string) {
  const read = recipeFromYaml(text);
  if (read.ok) throw new Error(`accepted: ${JSON.stringify(read.value)}`);
  expect(read.problem.code).toBe("recipe-invalid");
  expect(read.problem.remedy.length).toBeGreaterThan(5);
  return read.problem;
}

const swapText = `merge_method: linear
slices:
  - sources:
      - model: task
        layer_range: [0, 5]
        parameters:
          weight:
            - {filter: embed_tokens, value: 0.5}
            - {value: 0}
      - model: owner/language@main
        layer_range: [0, 5]
        parameters:
          weight:
            - {filter: embed_tokens, value: 0.5}
            - {value: 1}
  - sources:
      - model: task
        layer_range: [5, 6]
        parameters:
          weight:
            - {filter: model.norm, value: 0.5}
            - {filter: lm_head, value: 0.5}
            - {value: 0.5}
      - model: owner/language@main
        layer_range: [5, 6]
        parameters:
          weight:
            - {filter: model.norm, value: 0.5}
            - {filter: lm_head, value: 0.5}
            - {value: 0.5}
`;

const swapMap: LayerMap = {
  a: "task",
  b: "owner/language@main",
  method: "linear",
  shares: [1, 1, 1, 1, 1, 0.5],
  embeddings: "average",
  norm: "average",
  head: "average",
};

describe("writing", () => {
  test("a layer swap, as mergekit has it", () => {
    expect(yamlOfRecipe(recipeOfMap(swapMap))).toBe(swapText);
  });

  test("small numbers keep a point in front of the exponent: PyYAML reads 1e-7 as text", () => {
    const recipe: Recipe = {
      merge_method: "linear",
      slices: [{ sources: [{ model: "a", parameters: { weight: [1e-7, -2.5e-8] } }] }],
    };
    expect(yamlOfRecipe(recipe)).toContain("weight: [1.0e-7, -2.5e-8]");
    expect(unwrap(recipeFromYaml(yamlOfRecipe(recipe)))).toEqual(recipe);
  });

  test("slerp with its t in the slice", () => {
    expect(yamlOfRecipe(recipeOfMap({ ...swapMap, method: "slerp", shares: [0.25] }))).toBe(`merge_method: slerp
base_model: task
slices:
  - sources:
      - model: task
        layer_range: [0, 1]
      - model: owner/language@main
        layer_range: [0, 1]
    parameters:
      t:
        - {filter: embed_tokens, value: 0.5}
        - {filter: model.norm, value: 0.5}
        - {filter: lm_head, value: 0.5}
        - {value: 0.25}
`);
  });

  test("one slice without ranges is written as models", () => {
    const whole: Recipe = {
      merge_method: "linear",
      slices: [{ sources: [{ model: "a", parameters: { weight: [1, 0.25] } }, { model: "b" }] }],
      parameters: { weight: 1, normalize: false },
      dtype: "bfloat16",
    };
    expect(yamlOfRecipe(whole)).toBe(`merge_method: linear
models:
  - model: a
    parameters:
      weight: [1, 0.25]
  - model: b
parameters:
  weight: 1
  normalize: false
dtype: bfloat16
`);
  });
});

describe("reading", () => {
  test("what was written", () => {
    expect(unwrap(recipeFromYaml(swapText))).toEqual(recipeOfMap(swapMap));
  });

  test("the model card's usual slerp, comments and all", () => {
    const recipe = unwrap(
      recipeFromYaml(`# from a model card
slices:
  - sources:
      - model: psmathur/orca_mini_v3_13b
        layer_range: [0, 40]
      - model: garage-bAInd/Platypus2-13B
        layer_range: [0, 40]
merge_method: slerp
base_model: psmathur/orca_mini_v3_13b
parameters:
  t:
    - filter: self_attn
      value: [0, 0.5, 0.3, 0.7, 1]
    - filter: mlp
      value: [1, 0.5, 0.7, 0.3, 0]
    - value: 0.5 # fallback for rest of tensors
dtype: float16
`),
    );
    expect(recipe.parameters?.["t"]).toHaveLength(3);
    expect(recipe.dtype).toBe("float16");
    expect(unwrap(recipeFromYaml(yamlOfRecipe(recipe)))).toEqual(recipe);
  });

  test("models: one slice over all layers, and the base is added where it is left out", () => {
    const recipe = unwrap(
      recipeFromYaml("merge_method: slerp\nbase_model: a\nmodels: [{model: b}]\nparameters: {t: 0.5}\n"),
    );
    expect(recipe.slices).toEqual([{ sources: [{ model: "a" }, { model: "b" }] }]);
  });

  test("YAML 1.1 as PyYAML reads it: yes is true", () => {
    const recipe = unwrap(
      recipeFromYaml("merge_method: linear\nmodels: [{model: b}]\nparameters: {weight: 1, normalize: no}"),
    );
    expect(recipe.parameters).toEqual({ weight: 1, normalize: false });
  });

  test("aliases are followed", () => {
    const recipe = unwrap(
      recipeFromYaml(
        "merge_method: linear\nmodels:\n  - {model: a, parameters: &p {weight: 1}}\n  - {model: b, parameters: *p}\n",
      ),
    );
    expect(recipe.slices[0]!.sources[1]!.parameters).toEqual({ weight: 1 });
  });

  test("every recipe survives writing and reading", () => {
    const number = fc.double({ min: -9, max: 9, noNaN: true }).map((value) => Math.round(value * 1e9) / 1e9 || 0);
    const setting = fc.oneof(number, fc.array(number, { minLength: 1, maxLength: 4 }));
    const weight = fc.oneof(
      setting,
      fc.array(
        fc.oneof(
          fc.record({ filter: fc.constantFrom("mlp", "self_attn", "model.norm", "*"), value: setting }),
          fc.record({ value: setting }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    );
    const slice = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 }), weight, weight).map(([start, length, a, b]) => ({
      sources: [
        { model: "polyglot-de", layer_range: [start, start + length] as const, parameters: { weight: a } },
        { model: "Owner/name@v1.0", layer_range: [start, start + length] as const, parameters: { weight: b } },
      ],
    }));
    fc.assert(
      fc.property(fc.array(slice, { minLength: 1, maxLength: 4 }), fc.boolean(), (slices, normalize) => {
        const recipe: Recipe = { merge_method: "linear", slices, parameters: { normalize } };
        expect(unwrap(recipeFromYaml(yamlOfRecipe(recipe)))).toEqual(recipe);
      }),
    );
  });
});

describe("refusing, with the place and the remedy", () => {
  test.each([
    [
      "a misspelt parameter",
      "merge_method: linear\nmodels:\n  - model: a\n    parameters:\n      wieght: 1\n",
      "Line 5, column 7: models[0].parameters.wieght: linear has no parameter “wieght”.",
      "Did you mean “weight”?",
    ],
    [
      "a misspelt key",
      "merge_methd: linear\n",
      "Line 1, column 1: merge_methd: The key “merge_methd” is unknown.",
      "Did you mean “merge_method”?",
    ],
    [
      "an unknown method",
      "merge_method: linaer\nmodels: [{model: a}]",
      "Line 1, column 1: merge_method: “linaer” is unknown.",
      "Did you mean “linear”?",
    ],
    [
      "a method of mergekit that is not done",
      "merge_method: arcee_fusion\nmodels: [{model: a}]",
      "“arcee_fusion” is unknown",
      "Known here: linear, slerp, passthrough",
    ],
    [
      "modules",
      "merge_method: linear\nmodules: {}\n",
      "Line 2, column 1: modules: modules is not done here",
      "Remove it",
    ],
    [
      "two rules on vocabularies",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\ntokenizer_source: union\ntokenizer: {source: a}",
      "both tokenizer and tokenizer_source",
      "Keep tokenizer",
    ],
    [
      "a rule on a token that is none",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\ntokenizer: {tokens: {x: {source: {kind: none}}}}",
      "tokenizer.tokens.x.source: This is no source of a row.",
      "kind: zero",
    ],
    [
      "a row that is named twice",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\ntokenizer: {tokens: {x: {source: {kind: model_token, model: a, token: z, token_id: 3}}}}",
      "needs either token or token_id",
      "Give one",
    ],
    [
      "a template that nobody knows",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\nchat_template: chatmi",
      "“chatmi” is neither auto, chatml",
      "Did you mean “chatml”?",
    ],
    [
      "a template that is not held",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\nchat_template: mistral",
      "The template “mistral” is not held here",
      "",
    ],
    [
      "parents rounded before the merge",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\ndtype: bfloat16\nout_dtype: float32",
      "dtype bfloat16 beside out_dtype",
      "dtype: float32",
    ],
    [
      "a weight at the base",
      "merge_method: task_arithmetic\nbase_model: a\nmodels: [{model: a, parameters: {weight: 1}}, {model: b, parameters: {weight: 1}}]",
      "models[0].parameters.weight: weight stands at the base model, where it has no effect.",
      "Remove it",
    ],
    [
      "a density out of range",
      "merge_method: ties\nbase_model: a\nmodels: [{model: b, parameters: {weight: 1, density: 1.5}}]",
      "density is 1.5, outside 0 to 1",
      "from 0 to 1",
    ],
    [
      "a circle of merges",
      "name: x\nmerge_method: linear\nmodels: [{model: z, parameters: {weight: 1}}]\n---\nname: z\nmerge_method: linear\nmodels: [{model: x, parameters: {weight: 1}}]\n---\nmerge_method: linear\nmodels: [{model: x, parameters: {weight: 1}}]",
      "x is made of z, which is made after it",
      "names only those before it",
    ],
    [
      "a number as text",
      'merge_method: linear\nmodels: [{model: a, parameters: {weight: "1"}}]',
      '"1" is no number',
      "without quotation marks",
    ],
    ["infinity", "merge_method: linear\nmodels: [{model: a, parameters: {weight: .inf}}]", "Infinity is no number", ""],
    [
      "a list of mixed kinds",
      "merge_method: linear\nmodels: [{model: a, parameters: {weight: [1, {value: 2}]}}]",
      "mixes numbers and filters",
      "",
    ],
    [
      "a range that is no pair",
      "merge_method: linear\nslices: [{sources: [{model: a, layer_range: [0, 1, 2]}]}]",
      "[0, 1, 2] is no range of layers",
      "",
    ],
    [
      "a range of halves",
      "merge_method: linear\nslices: [{sources: [{model: a, layer_range: [0, 1.5], parameters: {weight: 1}}]}]",
      "[0, 1.5] is no range of layers",
      "",
    ],
    ["no range in a slice", "merge_method: linear\nslices: [{sources: [{model: a}]}]", "layer_range is missing", ""],
    ["models and slices", "merge_method: linear\nmodels: []\nslices: []", "both models and slices", ""],
    ["neither", "merge_method: linear", "models or slices is missing", ""],
    ["an adapter", "merge_method: linear\nmodels: [{model: a/b+c/d}]", "adds a LoRA adapter (+c/d)", ""],
    ["a path on disk", "merge_method: linear\nmodels: [{model: ./out}]", "like a path on disk", ""],
    [
      "an address",
      "merge_method: linear\nmodels: [{model: 'https://x.y/z'}]",
      "“:” at character 6 cannot stand in a name",
      "",
    ],
    ["a key twice", "merge_method: linear\nmerge_method: slerp\n", "Line 2, column 1", ""],
    ["broken YAML", "merge_method: [linear\nmodels: }", "Line 2", "Correct the YAML"],
    [
      "two results",
      "merge_method: linear\nmodels: [{model: a}]\n---\nmerge_method: linear\nmodels: [{model: b}]\n",
      "Two documents have no name",
      "Give every document a name",
    ],
    ["a name for the only one", "name: x\nmerge_method: linear\nmodels: [{model: a}]", "needs no name", "Remove name"],
    ["a tag that runs code", "merge_method: !!python/object/apply:os.system [ls]", "python/object", ""],
    ["a list for the whole", "- 1\n- 2", "Here is a list", ""],
    ["nothing", "", "Here is nothing", ""],
    ["a merge key", "a: &a {merge_method: linear}\n<<: *a", "unknown", ""],
  ])("%s", (_, text, what, remedy) => {
    const problem = problemOfText(text);
    expect(problem.what).toContain(what);
    expect(problem.remedy).toContain(remedy);
    expect(problem.facts).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  test("a million lines, before they are parsed", () => {
    expect(problemOfText("models:\n".repeat(1_000_000)).what).toContain("8,000,000 characters");
  });

  test("anchors that explode, within a budget of values", () => {
    const wide = `merge_method: linear
models:
${`  - {model: a, parameters: *p}\n`.repeat(900).replace("*p", `&p {weight: [${"{value: 1}, ".repeat(200)}]}`)}`;
    expect(problemOfText(wide).what).toContain("unfolds to more than 10,000 values");
  });

  test("an alias that holds itself", () => {
    expect(problemOfText("merge_method: linear\nmodels: &m [*m]").what).toContain("Here is a list");
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`{}[]:-&*!|>#\n a1'"`.split("")) })),
        (text) => {
          expect(recipeFromYaml(text).ok).toBe(false);
        },
      ),
    );
  });
});

describe("what goes round and comes out equal", () => {
  const whole: Recipe = {
    merge_method: "ties",
    base_model: "a",
    slices: [{ sources: [{ model: "a" }, { model: "mix", parameters: { weight: 0.5, density: [1, 0.2] } }] }],
    parameters: { normalize: false, int8_mask: true },
    dtype: "bfloat16",
    tokenizer: {
      source: "union",
      tokens: {
        "<end>": { source: "b", force: true },
        "<new>": { source: { kind: "zero" } },
        "<like>": { source: { kind: "model_token", model: "b", token_id: 7 } },
      },
      pad_to_multiple_of: 16,
    },
    chat_template: "chatml",
    inputs: [
      {
        name: "half",
        recipe: { merge_method: "linear", slices: [{ sources: [{ model: "b", parameters: { weight: 1 } }] }] },
      },
      {
        name: "mix",
        recipe: {
          merge_method: "slerp",
          slices: [
            {
              base_model: "half",
              sources: [
                { model: "half", layer_range: [0, 2] },
                { model: "c", layer_range: [0, 2] },
              ],
              parameters: { t: 0.5 },
            },
          ],
        },
      },
    ],
  };

  test("every key that mergekit has, and merges of merges", () => {
    const text = yamlOfRecipe(whole);
    expect(text).toContain("name: half\nmerge_method: linear");
    expect(text.split("---\n")).toHaveLength(3);
    expect(unwrap(recipeFromYaml(text))).toEqual(whole);
  });

  test("documents may stand in any order; the one without a name is the result", () => {
    const [half, mix, result] = yamlOfRecipe(whole).split("---\n");
    expect(unwrap(recipeFromYaml([result, mix, half].join("---\n")))).toEqual(whole);
  });

  test("a fault in an input is shown in its own document", () => {
    const text = yamlOfRecipe(whole).replace("t: 0.5", "t: 1.5");
    expect(problemOfText(text).what).toMatch(/^Line 18, column \d+: slices\[0\]\.parameters\.t: t is 1\.5/);
  });

  test("mergekit's older key is read, the newer written", () => {
    const text = "merge_method: linear\nmodels: [{model: a, parameters: {weight: 1}}]\ntokenizer_source: union\n";
    expect(yamlOfRecipe(unwrap(recipeFromYaml(text)))).toContain("tokenizer:\n  source: union");
  });
});

describe("suggestions", () => {
  test("count insertions, deletions, replacements and swaps", () => {
    expect(editDistance("wieght", "weight")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
  });

  test("offer the nearest word only where it is near", () => {
    expect(suggestion("Weigth", ["weight", "normalize"])).toBe("Did you mean “weight”? Known here: weight, normalize.");
    expect(suggestion("temperature", ["weight"])).toBe("Known here: weight.");
  });
});
