import * as v from "valibot";
import { recipeOfMap } from "../../merging/layer-map";
import { layerSwapShares } from "../../merging/layer-swap";
import { recipeLimits } from "../../merging/limits";
import { mergeMethodNames } from "../../merging/methods/index";
import { mergeDtypes, type Recipe } from "../../merging/recipe";

const model = v.pipe(v.string(), v.minLength(1), v.maxLength(recipeLimits.nameCharacters));
const factor = v.pipe(v.number(), v.finite(), v.minValue(-recipeLimits.factor), v.maxValue(recipeLimits.factor));
const setting = v.union([factor, v.boolean(), v.pipe(v.array(factor), v.maxLength(recipeLimits.values))]);
const filtered = v.object({
  filter: v.exactOptional(v.pipe(v.string(), v.maxLength(recipeLimits.filterCharacters))),
  value: setting,
});
const parameters = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(40)),
    v.union([setting, v.pipe(v.array(filtered), v.maxLength(recipeLimits.filters))]),
  ),
  v.check((record) => Object.keys(record).length <= 8, "at most eight parameters"),
);
const bound = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(recipeLimits.layers));

const source = v.object({
  model,
  layer_range: v.exactOptional(v.tuple([bound, bound])),
  parameters: v.exactOptional(parameters),
});

const recipe = v.object({
  merge_method: v.picklist(mergeMethodNames),
  base_model: v.exactOptional(model),
  slices: v.pipe(
    v.array(
      v.object({
        sources: v.pipe(v.array(source), v.minLength(1), v.maxLength(recipeLimits.sources)),
        parameters: v.exactOptional(parameters),
      }),
    ),
    v.minLength(1),
    v.maxLength(recipeLimits.slices),
  ),
  parameters: v.exactOptional(parameters),
  dtype: v.exactOptional(v.picklist(mergeDtypes)),
}) satisfies v.GenericSchema<unknown, Recipe>;

/** The settings of the merging lab; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  /** What is merged, and how: the layer map and the YAML are views of it. */
  recipe,
  /** YAML as it was typed, kept while it is not, or not yet, the recipe; empty where the recipe speaks for itself. */
  draft: v.pipe(v.string(), v.maxLength(20_000)),
  /** The common ancestor, which may supply embeddings, norm or head. */
  base: model,
  /** One a line; the first four are used. */
  prompts: v.pipe(v.string(), v.maxLength(4_000)),
  maxNewTokens: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(128)),
  /** 0 is greedy. */
  temperature: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
  /** Languages of the held-out sentences, ISO 639-1; none measures nothing. */
  languages: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))), v.maxLength(16)),
  /** How many held-out sentences a language. */
  sentences: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(40)),
});

export type Document = Omit<v.InferOutput<typeof schema>, "recipe"> & { readonly recipe: Recipe };

export const defaults: Document = {
  recipe: recipeOfMap({
    a: "polyglot-de",
    b: "polyglot-hi",
    method: "linear",
    shares: layerSwapShares(8, { bottom: 2, top: 1, bottomTransition: 1, topTransition: 1 }),
    embeddings: "average",
    norm: "average",
    head: "average",
  }),
  draft: "",
  base: "polyglot-base",
  prompts: "Ich habe gestern\nमेरी माँ ने\nThe old woman opened the door and",
  maxNewTokens: 24,
  temperature: 0,
  seed: 1,
  languages: ["en", "de", "es", "hi", "tr"],
  sentences: 20,
};
