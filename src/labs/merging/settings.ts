import type { Document } from "../../experiments/documents/merging";
import { type LayerMap, mapOfRecipe } from "../../merging/layer-map";
import { methodOf } from "../../merging/methods/index";
import { modelsOf, type Recipe } from "../../merging/recipe";
import { fail, ok, type Result } from "../../result";

export const maximalPrompts = 4;

/** The prompts, at most four, `\\n` in one read as a line break; a problem when there is none. */
export function promptsOf({ prompts }: Document): Result<readonly string[]> {
  const lines = prompts
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll("\\n", "\n"))
    .filter((line) => line.trim() !== "")
    .slice(0, maximalPrompts);
  if (lines.length > 0) return ok(lines);
  return fail({
    code: "prompt-empty",
    what: "There is no prompt to continue.",
    remedy: "Write the beginning of a sentence, one a line; up to four are used.",
  });
}

/**
 * A and B: the base first where SLERP names one, else in the recipe's order; of differences from a base the first two that differ.
 * B is absent where there is one model.
 */
export function partnersOf(recipe: Recipe): { readonly a: string; readonly b: string | undefined } {
  const apart = methodOf(recipe.merge_method).base !== "none" && recipe.merge_method !== "slerp";
  const named = modelsOf(recipe).filter((model) => !apart || model !== recipe.base_model);
  const base = recipe.merge_method === "slerp" ? recipe.base_model : undefined;
  const [a, b] = base === undefined ? named : [base, ...named.filter((model) => model !== base)];
  return { a: a ?? "", b };
}

/** The map of a document, with the base that the document names where the recipe itself needs none. */
export function mapOf({ recipe, base }: Document, depth?: number): LayerMap | undefined {
  const map = mapOfRecipe(recipe, depth);
  return map && { ...map, base: map.base ?? base };
}

/** Layers of the models of a recipe: those of its map, else up to the last that it takes; 8 where it takes all and names none. */
export function depthOf(document: Document): number {
  const ends = document.recipe.slices.flatMap(({ sources }) =>
    sources.map(({ layer_range: range }) => range?.[1] ?? 0),
  );
  return mapOf(document)?.shares.length ?? (Math.max(0, ...ends) || 8);
}

/** What a run takes from the recipe: all as map and YAML show it, all but the shares of layers, or its models alone. */
export type RecipeUse = "whole" | "outside layers" | "models";

export function recipeUse(document: Document): RecipeUse {
  const { task, searchKind, searchParameter } = document;
  if (task === "look") return "models";
  if (task !== "search") return "whole";
  if (searchKind === "experts") return "models";
  if (mapOf(document) === undefined) return "whole";
  if (searchKind === "swap") return "outside layers";
  return searchKind === "parameter" && searchParameter === "weight" ? "models" : "whole";
}

/** Shares stretched or squeezed to another number of layers: each layer takes the share at its relative height. */
export function resized(shares: readonly number[], layers: number): readonly number[] {
  return Array.from({ length: layers }, (_, layer) => {
    const from = Math.floor(((layer + 0.5) * shares.length) / layers);
    return shares[Math.min(shares.length - 1, from)] ?? 0;
  });
}
