import type { Document } from "../../experiments/documents/merging";
import { chatVectorOf, recipeOfChatVector } from "../../merging/chat-vector";
import { interpolationOf, recipeOfInterpolation } from "../../merging/interpolation";
import { recipeOfMap } from "../../merging/layer-map";
import { layerSwapShares } from "../../merging/layer-swap";
import { withParameter, withSourceParameter } from "../../merging/method-recipe";
import { methodOf } from "../../merging/methods/index";
import type { Recipe } from "../../merging/recipe";
import { fail, ok, type Result } from "../../result";
import { mapOf, partnersOf } from "./settings";

/** Merges to be tried, laid out as heat maps. */
export interface SearchPlan {
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly sheets: readonly string[];
  recipeAt(sheet: number, row: number, column: number): Recipe;
  /** Layers from the lowest that are alike along each row. */
  lowerLayers(sheet: number): number;
}

/** The grid that a document asks for: over the zones of a layer swap, or over one parameter of the method. */
export function planSearch(document: Document): Result<SearchPlan> {
  return document.searchKind === "parameter" ? parameterPlan(document) : swapPlan(document);
}

function swapPlan(document: Document): Result<SearchPlan> {
  const map = mapOf(document);
  if (!map) return fail(noMap);
  const layers = map.shares.length;
  const ends = Math.min(document.searchEnds, layers);
  const counts = Array.from({ length: ends + 1 }, (_, count) => String(count));
  const { mlp: _, ...whole } = map;
  return ok({
    rowTitle: "from B at the foot",
    columnTitle: "from B at the top",
    rows: counts,
    columns: counts,
    sheets: Array.from({ length: document.searchTransition + 1 }, (_, width) =>
      width === 0 ? "none blended beside them" : `${width} blended beside each end`,
    ),
    lowerLayers: (width) => Math.max(0, layers - ends - width),
    recipeAt: (width, bottom, top) =>
      recipeOfMap({
        ...whole,
        shares: layerSwapShares(layers, { bottom, top, bottomTransition: width, topTransition: width }),
      }),
  });
}

function parameterPlan(document: Document): Result<SearchPlan> {
  const { recipe, searchParameter, searchFrom, searchTo, searchSteps } = document;
  const { parameters } = methodOf(recipe.merge_method);
  const rule = Object.hasOwn(parameters, searchParameter) ? parameters[searchParameter] : undefined;
  if (rule?.kind !== "number") {
    const numbers = Object.keys(parameters).filter((name) => parameters[name]?.kind === "number");
    return fail({
      code: "input-invalid",
      what: `${recipe.merge_method} has no number called “${searchParameter}”.`,
      remedy: numbers.length > 0 ? `Choose among ${numbers.join(", ")}.` : "Choose another method.",
    });
  }
  const values = Array.from(
    { length: searchSteps },
    (_, i) => Math.round((searchFrom + ((searchTo - searchFrom) * i) / (searchSteps - 1)) * 1e4) / 1e4,
  );
  const line = lineOf(document);
  return ok({
    rowTitle: recipe.merge_method,
    columnTitle: line.title,
    rows: [""],
    columns: values.map(String),
    sheets: [""],
    lowerLayers: () => 0,
    recipeAt: (_, __, column) => line.recipeAt(values[column]!),
  });
}

/**
 * What a value of the parameter makes of the recipe. Of a chat vector the weight is its λ, in the modules into which it goes; of
 * a map it is B's share everywhere, so that 0 is A and 1 is B; of other recipes B's weight.
 */
function lineOf(document: Document): { readonly title: string; recipeAt(value: number): Recipe } {
  const { recipe, searchParameter: name } = document;
  const { b } = partnersOf(recipe);
  const weighs = name === "weight" && b !== undefined;
  const chat = weighs ? chatVectorOf(recipe) : undefined;
  if (chat) {
    return {
      title: `λ, how much of ${chat.chat}`,
      recipeAt: (lambda) => recipeOfChatVector({ ...chat, lambda }),
    };
  }
  const line = weighs ? interpolationOf(recipe, document.base) : undefined;
  if (line) {
    return { title: `λ, how much of ${line.base}`, recipeAt: (lambda) => recipeOfInterpolation({ ...line, lambda }) };
  }
  const map = weighs ? mapOf(document) : undefined;
  if (map) {
    return {
      title: `share of ${map.b} everywhere`,
      recipeAt: (share) => ({
        ...recipeOfInterpolation({ tuned: map.a, base: map.b, lambda: share }),
        ...map.extras,
      }),
    };
  }
  if (weighs) {
    return { title: `weight of ${b}`, recipeAt: (weight) => withSourceParameter(recipe, b, "weight", weight) };
  }
  return { title: name, recipeAt: (value) => withParameter(withoutOwn(recipe, name), name, value) };
}

/** Values at models and slices would win over the one at the top. */
function withoutOwn(recipe: Recipe, name: string): Recipe {
  return {
    ...recipe,
    slices: recipe.slices.map((slice) => ({
      ...slice,
      ...(slice.parameters && { parameters: without(slice.parameters, name) }),
      sources: slice.sources.map((source) =>
        source.parameters ? { ...source, parameters: without(source.parameters, name) } : source,
      ),
    })),
  };
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

export const noMap = {
  code: "input-invalid",
  what: "The recipe is no map of two models, so there are no layers to give to one or the other.",
  remedy: "Choose “a layer map” as the recipe, or search over a parameter.",
} as const;
