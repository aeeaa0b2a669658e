import { type MergeMethodName, methodOf } from "./methods/index";
import type { Parameters, Recipe, Source } from "./recipe";

/** A recipe over all layers by one method, with what it must be told: every expert alike, and defaults for the rest. */
export function recipeOfMethod(name: MergeMethodName, base: string, experts: readonly string[]): Recipe {
  const method = methodOf(name);
  const fitting = experts.slice(0, method.models.max - (method.base === "required" ? 1 : 0));
  const own: Parameters = "weight" in method.parameters ? { weight: evenWeight(name, fitting.length) } : {};
  const isSlerp = name === "slerp";
  const sources: readonly Source[] = [
    ...(method.base === "required" && !isSlerp ? [{ model: base }] : []),
    ...(isSlerp ? experts.slice(0, 2) : fitting).map((model) => ({
      model,
      ...(Object.keys(own).length > 0 && { parameters: own }),
    })),
  ];
  const needed = Object.entries(method.parameters).filter(
    ([key, rule]) => key !== "weight" && rule.kind === "number" && (rule.default === undefined || key === "density"),
  );
  const parameters = Object.fromEntries(
    needed.map(([key, { min = 0, max = 1 }]) => [key, key === "t" && max > 1 ? 0.01 : (min + Math.min(max, 1)) / 2]),
  );
  return {
    merge_method: name,
    ...(method.base === "required" && { base_model: isSlerp ? experts[0]! : base }),
    slices: [{ sources: isSlerp ? sources.map((source, i) => (i === 0 ? { model: source.model } : source)) : sources }],
    ...(Object.keys(parameters).length > 0 && { parameters }),
  };
}

/** Methods that divide by the sum of weights take 1 each, those that add differences share 1 out. */
function evenWeight(name: MergeMethodName, count: number): number {
  const { normalize } = methodOf(name).parameters;
  return normalize?.default === false ? Math.round(100 / Math.max(1, count)) / 100 : 1;
}

/** The recipe with one parameter set at its top, for all models and layers alike. */
export function withParameter(recipe: Recipe, name: string, value: number | boolean): Recipe {
  return { ...recipe, parameters: { ...recipe.parameters, [name]: value } };
}

/** The recipe with one model's parameter set, in every slice that reads it. */
export function withSourceParameter(recipe: Recipe, model: string, name: string, value: number): Recipe {
  return {
    ...recipe,
    slices: recipe.slices.map((slice) => ({
      ...slice,
      sources: slice.sources.map((source) =>
        source.model === model ? { ...source, parameters: { ...source.parameters, [name]: value } } : source,
      ),
    })),
  };
}
