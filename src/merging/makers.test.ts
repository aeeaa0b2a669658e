import { describe, expect, test } from "vitest";
import { recipeFault } from "./check";
import { type ChatVector, chatModules, chatVectorOf, recipeOfChatVector } from "./chat-vector";
import { type Frankenmerge, recipeOfFrankenmerge } from "./frankenmerge";
import { type Layra, layraOf, layraPlaces, recipeOfLayra } from "./layra";
import { recipeOfMethod, withParameter, withSourceParameter } from "./method-recipe";
import { mergeMethodNames, methodOf } from "./methods/index";
import { originsOf, renameModels } from "./origins";

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
      { filter: "norm", value: 0 },
      { filter: "embed_tokens", value: 0 },
      { filter: "lm_head", value: 0 },
      { value: 0.5 },
    ]);
    expect(chatVectorOf(recipe)).toEqual(vector);
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
