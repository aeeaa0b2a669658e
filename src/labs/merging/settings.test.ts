import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { defaults, type Document, schema } from "../../experiments/documents/merging";
import { recipeFault } from "../../merging/check";
import { recipeOfMap } from "../../merging/layer-map";
import { recipeOfMethod } from "../../merging/method-recipe";
import { yamlOfRecipe } from "../../merging/yaml";
import { presets } from "./presets";
import { recipeText, typed } from "./recipe-text";
import { depthOf, mapOf, partnersOf, promptsOf, recipeUse, resized } from "./settings";

const document = (change: Partial<Document> = {}): Document => ({ ...defaults, ...change });

describe("the document", () => {
  test("defaults and presets fit the schema, and their recipes have no fault", () => {
    expect(v.safeParse(schema, defaults).success).toBe(true);
    for (const { settings } of presets) {
      const whole = document(settings);
      expect(v.parse(schema, whole)).toEqual(whole);
      expect(recipeFault(whole.recipe)).toBeUndefined();
      expect(promptsOf(whole).ok).toBe(true);
    }
  });

  test.each([
    [
      "a thousand slices",
      { recipe: { ...defaults.recipe, slices: Array.from({ length: 1000 }, () => defaults.recipe.slices[0]!) } },
    ],
    ["a weight of 1e300", { recipe: { ...defaults.recipe, parameters: { weight: 1e300 } } }],
    ["an unknown method", { recipe: { ...defaults.recipe, merge_method: "evil" } }],
    ["a draft of a megabyte", { draft: "x".repeat(1e6) }],
    [
      "a range of a million layers",
      { recipe: { merge_method: "passthrough", slices: [{ sources: [{ model: "a", layer_range: [0, 1e6] }] }] } },
    ],
  ])("a link with %s is refused", (_, change) => {
    expect(v.safeParse(schema, { ...defaults, ...change }).success).toBe(false);
  });
});

describe("text and map are one recipe", () => {
  const yaml = yamlOfRecipe(defaults.recipe);

  test("without a draft the text is the recipe's", () => {
    expect(recipeText(document())).toEqual({ text: yaml, problem: null });
  });

  test("typing a valid recipe moves the map and keeps the text as it was typed", () => {
    const text = `# mine\n${yaml.replace("layer_range: [0, 2]", "layer_range: [0,  2]")}`;
    const next = document(typed(text));
    expect(next.recipe).toEqual(defaults.recipe);
    expect(recipeText(next)).toEqual({ text, problem: null });
    const changed = document(typed(yamlOfRecipe({ ...defaults.recipe, dtype: "float16" })));
    expect(changed.recipe.dtype).toBe("float16");
  });

  test("typing something else keeps the text, says what is wrong, and keeps the recipe", () => {
    const next = document(typed(yaml.replace("merge_method", "merge_metod")));
    expect(next.recipe).toEqual(defaults.recipe);
    expect(recipeText(next).text).toContain("merge_metod");
    expect(recipeText(next).problem?.remedy).toContain("Did you mean “merge_method”?");
  });

  test("emptying the field leaves it empty", () => {
    expect(recipeText(document(typed(""))).text.trim()).toBe("");
  });

  test("a link's recipe that fits the schema and has a fault is explained, though nobody typed it", () => {
    const recipe = { ...defaults.recipe, slices: [{ sources: [{ model: "a" }, { model: "a" }] }] };
    expect(recipeText(document({ recipe })).problem?.what).toContain("a stands twice in one slice");
  });

  test("a draft that is another recipe than the one that runs is not shown", () => {
    const draft = yamlOfRecipe({ ...defaults.recipe, dtype: "float16" });
    expect(recipeText(document({ draft })).text).toBe(yaml);
  });
});

describe("A and B", () => {
  test("in the recipe's order, the base first under slerp, B absent for one model", () => {
    expect(partnersOf(defaults.recipe)).toEqual({ a: "polyglot-de", b: "polyglot-hi" });
    const slerp = recipeOfMap({ ...mapOf(defaults)!, method: "slerp" });
    expect(partnersOf({ ...slerp, base_model: "polyglot-hi" })).toEqual({ a: "polyglot-hi", b: "polyglot-de" });
    const alone = presets.find(({ id }) => id === "repeat-the-middle")!.settings.recipe!;
    expect(partnersOf(alone)).toEqual({ a: "polyglot-de", b: undefined });
  });

  test("the map keeps the document's base where the recipe needs none", () => {
    expect(mapOf(defaults)?.base).toBe("polyglot-base");
  });
});

test("shares are stretched by relative height: [1, 0] over 4 layers is [1, 1, 0, 0]", () => {
  expect(resized([1, 0], 4)).toEqual([1, 1, 0, 0]);
  expect(resized([1, 1, 0, 0], 2)).toEqual([1, 0]);
  expect(resized([1, 0.5, 0], 3)).toEqual([1, 0.5, 0]);
  expect(resized([], 2)).toEqual([0, 0]);
});

test("A and B of a method on differences are its experts, not the base; of a graft there is no B", () => {
  const ties = recipeOfMethod("ties", "base", ["x", "y"]);
  expect(partnersOf(ties)).toEqual({ a: "x", b: "y" });
  expect(partnersOf(recipeOfMethod("graft", "base", ["x"]))).toEqual({ a: "x", b: undefined });
});

test("a prompt may hold line breaks, as problems and chat have them", () => {
  const prompts = "Frage: 1 + 1?\\nAntwort:\nIch habe";
  expect(promptsOf(document({ prompts }))).toEqual({ ok: true, value: ["Frage: 1 + 1?\nAntwort:", "Ich habe"] });
  expect(promptsOf(document({ prompts: "\\n" })).ok).toBe(false);
});

test("a run takes the recipe whole, all but its layers, or its models alone", () => {
  const ties = recipeOfMethod("ties", "polyglot-base", ["polyglot-de", "polyglot-hi"]);
  const search = (change: Partial<Document>) => recipeUse(document({ task: "search", ...change }));
  expect(recipeUse(document())).toBe("whole");
  expect(recipeUse(document({ task: "look" }))).toBe("models");
  expect(search({ searchKind: "experts" })).toBe("models");
  expect(search({ searchKind: "swap" })).toBe("outside layers");
  expect(search({ searchKind: "evolve" })).toBe("whole");
  expect(search({ searchKind: "parameter", searchParameter: "weight" })).toBe("models");
  expect(search({ searchKind: "parameter", searchParameter: "density", recipe: ties })).toBe("whole");
});

test("models have the layers of their map, else those up to the last that is taken: a stack of [0, 8] on [4, 12] is of 12", () => {
  expect(depthOf(document())).toBe(mapOf(document())!.shares.length);
  const slice = (model: string, layer_range: readonly [number, number]) => ({ sources: [{ model, layer_range }] });
  const stack = { merge_method: "passthrough", slices: [slice("a", [0, 8]), slice("b", [4, 12])] } as const;
  expect(depthOf(document({ recipe: stack }))).toBe(12);
  expect(depthOf(document({ recipe: { ...stack, slices: [{ sources: [{ model: "a" }] }] } }))).toBe(8);
});
