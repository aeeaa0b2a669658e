import { describe, expect, test } from "vitest";
import { defaults, type Document } from "../../experiments/documents/merging";
import { type ChatVector, chatVectorOf, recipeOfChatVector } from "../../merging/chat-vector";
import { recipeOfInterpolation } from "../../merging/interpolation";
import { recipeOfMethod } from "../../merging/method-recipe";
import type { Recipe } from "../../merging/recipe";
import { unwrap } from "../../result";
import { planSearch } from "./search-points";

/** The recipes of a line over the weight, at 0, ½ and 1. */
function lineOf(recipe: Recipe): { readonly title: string; readonly recipes: readonly Recipe[] } {
  const document: Document = { ...defaults, recipe, searchKind: "parameter", searchSteps: 3 };
  const plan = unwrap(planSearch(document));
  expect(plan.columns).toEqual(["0", "0.5", "1"]);
  return { title: plan.columnTitle, recipes: plan.columns.map((_, column) => plan.recipeAt(0, 0, column)) };
}

const weights = (recipe: Recipe) => recipe.slices[0]?.sources.map(({ parameters }) => parameters?.["weight"]);

describe("a line over the weight", () => {
  test("of a map goes from A alone to B alone, embeddings, norm and head among them", () => {
    const { title, recipes } = lineOf(defaults.recipe);
    expect(title).toBe("share of polyglot-hi everywhere");
    expect(recipes.map(weights)).toEqual([
      [1, 0],
      [0.5, 0.5],
      [0, 1],
    ]);
    for (const { slices } of recipes) expect(slices).toHaveLength(1);
  });

  test("of a chat vector is its λ, and the modules stay as they were", () => {
    const vector: ChatVector = {
      base: "base",
      chat: "chat",
      target: "de",
      lambda: 1,
      modules: ["mlp"],
      templateRows: ["<|im_end|>"],
    };
    const { title, recipes } = lineOf(recipeOfChatVector(vector));
    expect(title).toBe("λ, how much of chat");
    expect(recipes.map(chatVectorOf)).toEqual([0, 0.5, 1].map((lambda) => ({ ...vector, lambda })));
  });

  test("from a fine-tune back to its base is λ", () => {
    const { title, recipes } = lineOf(recipeOfInterpolation({ tuned: "de", base: defaults.base, lambda: 0.5 }));
    expect(title).toBe("λ, how much of polyglot-base");
    expect(recipes.map(weights)).toEqual([
      [1, 0],
      [0.5, 0.5],
      [0, 1],
    ]);
  });

  test("of other recipes is the weight of B", () => {
    const { title, recipes } = lineOf(recipeOfMethod("ties", "base", ["x", "y"]));
    expect(title).toBe("weight of y");
    expect(recipes.map(weights)).toEqual([0, 0.5, 1].map((weight) => [undefined, 1, weight]));
  });
});
