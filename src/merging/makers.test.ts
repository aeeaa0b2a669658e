import { describe, expect, test } from "vitest";
import { recipeFault } from "./check";
import { type ChatVector, chatModules, chatVectorOf, recipeOfChatVector } from "./chat-vector";
import { type Frankenmerge, recipeOfFrankenmerge } from "./frankenmerge";
import { familiesOf, recipeOfLateLayers, routed } from "./family-experts";
import { interpolationOf, recipeOfInterpolation } from "./interpolation";
import { type Layra, layraOf, layraPlaces, recipeOfLayra } from "./layra";
import { recipeOfMethod, withParameter, withSourceParameter } from "./method-recipe";
import { mergeMethodNames, methodOf } from "./methods/index";
import { originsOf, renameModels } from "./origins";
import { valueAt } from "./parameters";

describe("a recipe for every method", () => {
  test.each(mergeMethodNames)("%s is without fault and can be drawn", (name) => {
    const count = Math.max(2, methodOf(name).models.min - (methodOf(name).base === "required" ? 1 : 0));
    const experts = ["a", "b", "c"].slice(0, count);
    const recipe = recipeOfMethod(name, "base", experts);
    expect(recipeFault(recipe)).toBeUndefined();
    expect(originsOf(recipe, 4)?.layers).toHaveLength(4);
  });

  test("a parameter is set for all, or for one model", () => {
    const recipe = recipeOfMethod("ties", "base", ["a", "b"]);
    expect(withParameter(recipe, "lambda", 0.4).parameters?.["lambda"]).toBe(0.4);
    const changed = withSourceParameter(recipe, "b", "weight", 0.2);
    expect(changed.slices[0]?.sources.map(({ parameters }) => parameters?.["weight"])).toEqual([undefined, 1, 0.2]);
  });
});

describe("chat vectors", () => {
  const vector: ChatVector = {
    base: "base",
    chat: "chat",
    target: "de",
    lambda: 0.5,
    modules: ["attention", "mlp"],
    templateRows: ["<|im_end|>"],
  };

  test("are task arithmetic with filters, and template rows forced from the chat model; read back equal", () => {
    const recipe = recipeOfChatVector(vector);
    expect(recipeFault(recipe)).toBeUndefined();
    expect(recipe.slices[0]?.sources[2]?.parameters?.["weight"]).toEqual([
      ...["norm", "ln_", "embed_tokens", "lm_head"].map((filter) => ({ filter, value: 0 })),
      { value: 0.5 },
    ]);
    expect(chatVectorOf(recipe)).toEqual(vector);
    const withoutAttention = recipeOfChatVector({ ...vector, modules: ["mlp", "norms", "embeddings", "head"] });
    const left = (tensor: string) =>
      valueAt(withoutAttention.slices[0]!.sources[2]!.parameters!["weight"]!, { tensor, depth: 0 });
    for (const tensor of [
      "h.0.attn.c_attn.weight",
      "gpt_neox.layers.0.attention.dense.weight",
      "layers.0.self_attn.q_proj.weight",
    ]) {
      expect(left(tensor)).toBe(0);
    }
    expect(left("model.layers.0.post_attention_layernorm.weight")).toBe(0.5);
    const renamed = renameModels(recipe, new Map([["de", "hi"]]));
    expect(chatVectorOf(renamed)).toEqual({ ...vector, target: "hi" });
    const whole = { ...vector, modules: chatModules, templateRows: [], template: "auto" };
    expect(recipeOfChatVector(whole).chat_template).toBe("auto");
    expect(chatVectorOf(recipeOfChatVector(whole))).toEqual(whole);
    expect(chatVectorOf(recipeOfMethod("task_arithmetic", "base", ["a", "b"]))?.lambda).toBeUndefined();
  });
});

describe("a language in some layers, plus instructions", () => {
  const layra: Layra = {
    base: "base",
    language: "de",
    instruct: "chat",
    layers: 6,
    place: "ends",
    ends: 2,
    beta: 0.5,
    outer: true,
  };
  /** The weight of the language in each layer. */
  const mask = (change: Partial<Layra>) =>
    originsOf(recipeOfLayra({ ...layra, beta: 0, ...change }))!.layers.map(
      ({ contributions }) => contributions.find(({ model }) => model === "de")?.share ?? 0,
    );

  test("two layers at each end of six, and those between, are all of them together", () => {
    expect(mask({})).toEqual([1, 1, 0, 0, 1, 1]);
    expect(mask({ place: "middle" })).toEqual([0, 0, 1, 1, 0, 0]);
    expect(mask({ place: "all" })).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("all layers without instructions are the language model, borrowed whole", () => {
    const { layers, outer } = originsOf(recipeOfLayra({ ...layra, place: "all", beta: 0 }))!;
    for (const [layer, { contributions }] of layers.entries()) {
      expect(contributions).toEqual([{ model: "de", layer, share: 1 }]);
    }
    expect(outer.embeddings).toEqual([{ model: "de", share: 1 }]);
  });

  test.each(layraPlaces)("reads %s back equal", (place) => {
    const written = { ...layra, place, ends: place === "all" ? 0 : 2, outer: false };
    expect(recipeFault(recipeOfLayra(written))).toBeUndefined();
    expect(layraOf(recipeOfLayra(written))).toEqual(written);
    expect(
      layraOf(
        recipeOfChatVector({ ...layra, chat: "chat", target: "de", lambda: 1, modules: chatModules, templateRows: [] }),
      ),
    ).toBeUndefined();
  });
});

describe("a line back to the base", () => {
  const line = (lambda: number) => recipeOfInterpolation({ tuned: "de", base: "base", lambda });

  test("the end points are the two checkpoints, borrowed; a quarter of the way three quarters are the fine-tune’s", () => {
    const at = (lambda: number) => originsOf(line(lambda), 2)!.layers[1]!.contributions;
    expect(at(0)).toEqual([{ model: "de", layer: 1, share: 1 }]);
    expect(at(1)).toEqual([{ model: "base", layer: 1, share: 1 }]);
    expect(at(0.25).map(({ share }) => share)).toEqual([0.75, 0.25]);
    expect(recipeFault(line(0.3))).toBeUndefined();
  });

  test("reads back equal, and only with its own base", () => {
    expect(interpolationOf(line(0.3), "base")).toEqual({ tuned: "de", base: "base", lambda: 0.3 });
    expect(interpolationOf(line(0.3), "de")).toBeUndefined();
  });
});

describe("late layers of family experts", () => {
  const late = (last: number) => recipeOfLateLayers({ trunk: "base", expert: "de", layers: 4, last });
  /** [expert][text], in bits on 8 bytes each. */
  const costs = [
    [8, 24, 16],
    [16, 8, 8],
  ].map((own) => own.map((bits) => ({ bits, bytes: 8 })));

  test("k = 0 is the trunk; k = 2 of 4 are layers 2 and 3, and what lies outside the layers stays the trunk’s", () => {
    const models = (last: number) =>
      originsOf(late(last))!.layers.map(({ contributions }) => contributions.map(({ model }) => model).join());
    expect(models(0)).toEqual(["base", "base", "base", "base"]);
    expect(models(2)).toEqual(["base", "base", "de", "de"]);
    for (const k of [0, 2, 4]) expect(originsOf(late(k))!.outer.head).toEqual([{ model: "base", share: 1 }]);
    expect(recipeFault(late(2))).toBeUndefined();
  });

  test("German texts cost 8 + 16 = 24 bits under expert 0 and 24 under expert 1: the earlier; Hindi’s 24 against 8: expert 1", () => {
    const told = ["de", "hi", "de"];
    const families = familiesOf(costs, told);
    expect(families).toEqual({ de: 0, hi: 1 });
    expect(routed(costs, told, families).map(({ bits }) => bits)).toEqual([8, 8, 16]);
  });

  test("with one expert routing is irrelevant", () => {
    const told = ["de", "hi", "und"];
    expect(routed([costs[0]!], told, familiesOf([costs[0]!], told))).toEqual(costs[0]);
  });
});

describe("frankenmerges of four layers", () => {
  const merge = (change: Partial<Frankenmerge>) => {
    const recipe = recipeOfFrankenmerge({ kind: "repeat", a: "a", b: "b", layers: 4, first: 1, end: 3, ...change });
    expect(recipeFault(recipe)).toBeUndefined();
    return originsOf(recipe)!
      .layers.map(({ contributions: [part] }) => `${part!.model}${part!.layer}`)
      .join(" ");
  };
  test.each([
    ["repeat", "a0 a1 a2 a1 a2 a3"],
    ["skip", "a0 a3"],
    ["mirror", "a0 a1 a2 a2 a1 a3"],
    ["stack", "a0 a1 a2 a3 b1 b2"],
  ] as const)("%s 1 to 2", (kind, want) => {
    expect(merge({ kind })).toBe(want);
  });
});
