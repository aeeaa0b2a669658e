import type { RecipeFault } from "./fault";
import { type Parameters, type ParameterValue, modelsOf, type Recipe } from "./recipe";

/** How large a recipe may be: far above what models need, and small enough to be drawn, planned and put into a link. */
export const recipeLimits = {
  slices: 128,
  /** Models in a slice. */
  sources: 8,
  /** Layers of a model and of the result. */
  layers: 512,
  /** Numbers of a gradient. */
  values: 128,
  filters: 16,
  /** Merges that a recipe uses as models. */
  inputs: 8,
  /** Rules on single tokens. */
  tokens: 64,
  filterCharacters: 100,
  nameCharacters: 200,
  /** Of weights and scales, either sign. */
  factor: 1000,
} as const;

/** Whether a recipe is larger than the limits, and where. */
export function limitsFault(recipe: Recipe): RecipeFault | undefined {
  const { slices } = recipe;
  if (slices.length > recipeLimits.slices) return tooMany(["slices"], slices.length, "slices", recipeLimits.slices);
  const name = modelsOf(recipe).find((model) => model.length > recipeLimits.nameCharacters);
  if (name !== undefined) {
    return tooMany([], name.length, `characters in the name ${name.slice(0, 40)}…`, recipeLimits.nameCharacters);
  }
  let layers = 0;
  for (const [index, { sources, parameters }] of slices.entries()) {
    const path = ["slices", index] as const;
    if (sources.length > recipeLimits.sources) {
      return tooMany([...path, "sources"], sources.length, "models in one slice", recipeLimits.sources);
    }
    for (const [place, { layer_range: range, parameters: own }] of sources.entries()) {
      const at = [...path, "sources", place] as const;
      if (range && range[1] > recipeLimits.layers) {
        return tooMany([...at, "layer_range"], range[1], "layers", recipeLimits.layers);
      }
      const fault = parametersFault(own, [...at, "parameters"]);
      if (fault) return fault;
    }
    const range = sources[0]?.layer_range;
    if (range) layers += Math.max(0, range[1] - range[0]);
    const fault = parametersFault(parameters, [...path, "parameters"]);
    if (fault) return fault;
  }
  if (layers > recipeLimits.layers) return tooMany(["slices"], layers, "layers in all", recipeLimits.layers);
  return parametersFault(recipe.parameters, ["parameters"]);
}

function parametersFault(
  parameters: Parameters | undefined,
  path: readonly (string | number)[],
): RecipeFault | undefined {
  for (const [name, value] of Object.entries(parameters ?? {})) {
    const fault = valueFault(value, [...path, name]);
    if (fault) return fault;
  }
  return undefined;
}

function valueFault(value: ParameterValue, path: readonly (string | number)[]): RecipeFault | undefined {
  if (typeof value !== "object") return undefined;
  const filters = value.filter((entry) => typeof entry === "object");
  if (filters.length > recipeLimits.filters) return tooMany(path, filters.length, "filters", recipeLimits.filters);
  const numbers = Math.max(
    value.length - filters.length,
    ...filters.map((entry) => (typeof entry.value === "object" ? entry.value.length : 1)),
  );
  if (numbers > recipeLimits.values) return tooMany(path, numbers, "values in one gradient", recipeLimits.values);
  const filter = filters.find((entry) => (entry.filter?.length ?? 0) > recipeLimits.filterCharacters)?.filter;
  return filter === undefined
    ? undefined
    : tooMany(path, filter.length, "characters in a filter", recipeLimits.filterCharacters);
}

function tooMany(path: readonly (string | number)[], count: number, what: string, limit: number): RecipeFault {
  return {
    path,
    what: `${count.toLocaleString("en")} ${what} are more than the ${limit} that a recipe may have here.`,
    remedy: "Make it smaller.",
  };
}
