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

const token = v.pipe(v.string(), v.maxLength(80));
const tokenRule = v.object({
  source: v.union([
    model,
    v.object({
      kind: v.literal("model_token"),
      model,
      token: v.exactOptional(token),
      token_id: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000))),
    }),
    v.object({ kind: v.literal("zero") }),
  ]),
  force: v.exactOptional(v.boolean()),
});
const tokenizer = v.object({
  source: model,
  tokens: v.exactOptional(
    v.pipe(
      v.record(token, tokenRule),
      v.check((record) => Object.keys(record).length <= recipeLimits.tokens, "too many rules on tokens"),
    ),
  ),
  pad_to_multiple_of: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024))),
});

const part = v.object({
  merge_method: v.picklist(mergeMethodNames),
  base_model: v.exactOptional(model),
  slices: v.pipe(
    v.array(
      v.object({
        sources: v.pipe(v.array(source), v.minLength(1), v.maxLength(recipeLimits.sources)),
        base_model: v.exactOptional(model),
        parameters: v.exactOptional(parameters),
      }),
    ),
    v.minLength(1),
    v.maxLength(recipeLimits.slices),
  ),
  parameters: v.exactOptional(parameters),
  dtype: v.exactOptional(v.picklist(mergeDtypes)),
  tokenizer: v.exactOptional(tokenizer),
  chat_template: v.exactOptional(v.pipe(v.string(), v.maxLength(8_000))),
}) satisfies v.GenericSchema<unknown, Omit<Recipe, "inputs">>;

const recipe = v.object({
  ...part.entries,
  inputs: v.exactOptional(v.pipe(v.array(v.object({ name: model, recipe: part })), v.maxLength(recipeLimits.inputs))),
}) satisfies v.GenericSchema<unknown, Recipe>;

/** What Run does: merge and compare; compare the weights alone; try many merges; make a file. */
export const tasks = ["merge", "look", "search", "take"] as const;
export type Task = (typeof tasks)[number];

export const skillIds = ["arithmetic", "adherence", "instructions", "symbols"] as const;
export type SkillId = (typeof skillIds)[number];
export const searchKinds = ["swap", "parameter", "evolve", "experts"] as const;
export type SearchKind = (typeof searchKinds)[number];
export const searchGoals = ["bits-per-byte", ...skillIds] as const;
export type SearchGoal = (typeof searchGoals)[number];
export const fileFormats = ["folder", "onnx", "skillpack"] as const;
export type FileFormat = (typeof fileFormats)[number];

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
  task: v.picklist(tasks),
  /** Tasks that are set beside the sentences; none sets none. */
  skills: v.pipe(v.array(v.picklist(skillIds)), v.maxLength(skillIds.length)),
  /** Items a language and skill. */
  skillItems: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(60)),
  /** Of weights that are looked at: condition numbers too. */
  conditions: v.boolean(),
  /** And where Arrow would route the languages’ tokens. */
  routes: v.boolean(),
  searchKind: v.picklist(searchKinds),
  searchGoal: v.picklist(searchGoals),
  /** Of a line: a second number of the same merges. */
  searchBeside: v.picklist(["none", ...searchGoals]),
  /** Of a grid over layers: up to so many from B at each end, and blended beside them. */
  searchEnds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  searchTransition: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  /** Of a line over one parameter of the method. */
  searchParameter: v.pipe(v.string(), v.maxLength(40)),
  searchFrom: factor,
  searchTo: factor,
  searchSteps: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(21)),
  /** Merges that an evolutionary search may try. */
  searchBudget: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(400)),
  format: v.picklist(fileFormats),
  /** Of a SkillPack: share of the matrices’ energy, fraction of embeddings and head, bits of the leading directions. */
  packBeta: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)),
  packKeep: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  packBits: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(32)),
  /** Its size against its divergence too, over several settings. */
  packCurve: v.boolean(),
  /** The language on whose sentences inputs and neurons are measured, for methods that need them. */
  measuredOn: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
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
  task: "merge",
  skills: [],
  skillItems: 12,
  conditions: false,
  routes: false,
  searchKind: "swap",
  searchGoal: "bits-per-byte",
  searchBeside: "none",
  searchEnds: 3,
  searchTransition: 1,
  searchParameter: "weight",
  searchFrom: 0,
  searchTo: 1,
  searchSteps: 6,
  searchBudget: 60,
  format: "folder",
  packBeta: 0.9,
  packKeep: 0.1,
  packBits: 8,
  packCurve: false,
  measuredOn: "en",
};
