import { describe, expect, test } from "vitest";
import { recipeOfChatVector } from "../../merging/chat-vector";
import { recipeOfMap } from "../../merging/layer-map";
import type { MergeMethodName } from "../../merging/methods/index";
import { originsOf } from "../../merging/origins";
import type { Recipe } from "../../merging/recipe";
import { namesOf, scoreLayer, supplierText } from "./drawing";

/** What the map says of the first layer and of the embeddings. */
function drawn(recipe: Recipe): readonly [layer: string | undefined, embeddings: string] {
  const origins = originsOf(recipe, 4)!;
  const names = namesOf(recipe, origins);
  const { merge_method: method } = recipe;
  const layer = scoreLayer(origins.layers[0]!, 0, names, method);
  return [layer.value, supplierText(origins.outer.embeddings, names, method)];
}

function added(
  merge_method: MergeMethodName,
  weights: readonly (number | undefined)[],
  own: Partial<Recipe> = {},
): Recipe {
  const sources = weights.map((weight, i) => ({
    model: `m${i}`,
    ...(weight !== undefined && { parameters: { weight } }),
  }));
  return { merge_method, base_model: "base", slices: [{ sources: [{ model: "base" }, ...sources] }], ...own };
}

describe("D2 what a map says of a layer", () => {
  const half = { a: "a", b: "b", shares: [0.5, 0.5], embeddings: "average", norm: "average", head: "average" } as const;

  test("linear halves are an average, SLERP's are not", () => {
    expect(drawn(recipeOfMap({ ...half, method: "linear" }))).toEqual(["B 50 %", "average"]);
    expect(drawn(recipeOfMap({ ...half, method: "slerp" }))).toEqual(["B 50 %", "B 50 %"]);
  });

  test("a chat vector is added whole, not averaged, and is drawn so", () => {
    const vector = { base: "base", chat: "chat", target: "de", lambda: 1, templateRows: [] };
    const recipe = recipeOfChatVector({ ...vector, modules: ["attention", "mlp", "norms", "embeddings", "head"] });
    expect(drawn(recipe)).toEqual(["A +1 B +1 on the base", "A +1 B +1 on the base"]);
    expect(originsOf(recipe, 1)!.layers[0]!.contributions.map(({ share }) => share)).toEqual([1, 1]);
    const outside = recipeOfChatVector({ ...vector, modules: ["attention", "mlp", "norms"] });
    expect(drawn(outside)).toEqual(["A +1 B +1 on the base", "A"]);
  });

  test("factors are weights times lambda; divided by their sum or, as TIES’s paper has it, by their number", () => {
    const [layer] = drawn(added("task_arithmetic", [1, -0.5], { parameters: { lambda: 0.5 } }));
    expect(layer).toBe("A +0.5 B −0.25 on the base");
    expect(drawn(added("ties", [1, 0.25]))[0]).toBe("A +0.8 B +0.2 on the base");
    expect(drawn(added("ties_paper", [1, 0.2]))[0]).toBe("A +0.5 B +0.1 on the base");
  });

  test("one difference by half: the base’s other half is no model that adds", () => {
    expect(drawn(added("task_arithmetic", [0.5]))[0]).toBe("A +0.5 on the base");
  });

  test("where the tensors decide, no factor is made up", () => {
    expect(drawn(added("sce", [undefined, undefined]))).toEqual(["A B on the base", "A B on the base"]);
  });
});

test("every model of a recipe has a letter and a look of its own, the fifth and the eighth too", () => {
  const sources = Array.from({ length: 8 }, (_, i) => ({ model: `m${i}`, parameters: { weight: 1 } }));
  const recipe: Recipe = { merge_method: "linear", slices: [{ sources }] };
  const names = namesOf(recipe, originsOf(recipe, 1)!);
  expect(names.map(({ letter }) => letter).join("")).toBe("ABCDEFGH");
  expect(new Set(names.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBe(8);
});
