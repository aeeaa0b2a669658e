import type { ParameterValue, Recipe, Slice } from "./recipe";
import { outerFilters } from "./tensor-name";

/** Which layers of the language model are taken over: all, k at each end, or all but those. */
export const layraPlaces = ["ends", "all", "middle"] as const;
export type LayraPlace = (typeof layraPlaces)[number];

/**
 * A language learnt in some layers only, and instruction following by arithmetic: θ = θ₀ + m(l) (θ_language − θ₀) + β (θ_instruct − θ₀).
 * LayRA, Continually Adding New Languages to Multilingual Language Models (2025), with whole layers in the place of adapters.
 */
export interface Layra {
  readonly base: string;
  readonly language: string;
  readonly instruct: string;
  /** Of each model. */
  readonly layers: number;
  readonly place: LayraPlace;
  /** Layers at each end. */
  readonly ends: number;
  readonly beta: number;
  /** Whether the language's embeddings, norm and head are taken over too. */
  readonly outer: boolean;
}

/** As task arithmetic on the base, a slice for each run of layers, which mergekit does too. */
export function recipeOfLayra({ base, language, instruct, layers, place, ends, beta, outer }: Layra): Recipe {
  const k = Math.min(ends, Math.floor(layers / 2));
  const [foot, top] = [place === "middle" ? 0 : 1, place === "ends" ? 0 : 1];
  const runs: readonly (readonly [from: number, to: number, taken: number])[] =
    place === "all" || k === 0
      ? [[0, layers, top]]
      : ([
          [0, k, foot],
          [k, layers - k, top],
          [layers - k, layers, foot],
        ] as const);
  const kept = runs.filter(([from, to]) => from < to);
  const slices = kept.map(([from, to, taken], index): Slice => {
    const parts = [
      ...(index === 0 ? [outerFilters.embeddings] : []),
      ...(index === kept.length - 1 ? [outerFilters.norm, outerFilters.head] : []),
    ];
    const weight: ParameterValue =
      parts.length === 0 ? taken : [...parts.map((filter) => ({ filter, value: outer ? 1 : 0 })), { value: taken }];
    const layer_range = [from, to] as const;
    return {
      sources: [
        { model: base, layer_range },
        { model: language, layer_range, parameters: { weight } },
        { model: instruct, layer_range, parameters: { weight: beta } },
      ],
    };
  });
  return { merge_method: "task_arithmetic", base_model: base, slices };
}

/** The LayRA merge that a recipe amounts to; undefined where it is another one. */
export function layraOf(recipe: Recipe): Layra | undefined {
  const [base, language, instruct] = recipe.slices[0]?.sources ?? [];
  const layers = recipe.slices.at(-1)?.sources[0]?.layer_range?.[1];
  const [weight, beta] = [language?.parameters?.["weight"], instruct?.parameters?.["weight"]];
  if (recipe.merge_method !== "task_arithmetic" || !base || !language || !instruct || layers === undefined)
    return undefined;
  if (typeof beta !== "number" || !Array.isArray(weight)) return undefined;
  const [first] = weight;
  const outer = typeof first === "object" && first.value === 1;
  const models = { base: base.model, language: language.model, instruct: instruct.model };
  const written = JSON.stringify(recipe);
  const ends = recipe.slices.length === 1 ? 0 : (recipe.slices[0]!.sources[0]!.layer_range?.[1] ?? 0);
  return layraPlaces
    .map((place): Layra => ({ ...models, layers, place, ends, beta, outer }))
    .find((found) => JSON.stringify(recipeOfLayra(found)) === written);
}
