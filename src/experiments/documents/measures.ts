import * as v from "valibot";
import { chosenMethods } from "../../steering/directions/direction";
import type { Recipe } from "../../merging/recipe";
import { schema as mergingSchema } from "./merging";

const model = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const name = v.pipe(v.string(), v.maxLength(60));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const weights = v.picklist(["f32", "f16", "q8", "q4"]);
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const texts = v.pipe(v.string(), v.maxLength(200_000));
const count = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const variant = v.variant("kind", [
  v.object({ kind: v.literal("checkpoint"), name, model, weights }),
  v.object({ kind: v.literal("merge"), name, recipe: mergingSchema.entries.recipe, weights }),
  v.object({
    kind: v.literal("steering"),
    name,
    model,
    weights,
    source: language,
    target: language,
    method: v.picklist(chosenMethods),
    position: v.picklist(["mean", "last"]),
    /** null: the layer proposed by held-out separation. */
    layer: v.nullable(count(0, 199)),
    /** In class distances of the layer. */
    strength: v.pipe(v.number(), v.finite(), v.minValue(-8), v.maxValue(8)),
    span: v.picklist(["prompt", "generation", "both"]),
  }),
]);

/** The settings of the scorecard; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  /** What is compared; the first is the baseline. An empty name is made from the settings. */
  variants: v.pipe(v.array(variant), v.minLength(1), v.maxLength(8)),
  /** Beside each merge the same layers in random places, beside each direction a random one of its length. */
  control: v.boolean(),
  /** Ids of measures; unknown ones are left out. */
  measures: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(60)),
  languages: v.pipe(v.array(language), v.minLength(1), v.maxLength(16)),
  /** Parallel sentences, minimal pairs and words a language. */
  sentences: count(2, 200),
  /** Texts a language that the model has to write, for each measure that wants any. */
  written: count(1, 250),
  interval: v.picklist(["bca", "percentile"]),
  /** Of bootstraps, permutation tests and random controls. */
  seed,
  /** Own parallel sentences: a head of language codes and lines of one sentence each, parted by tabs. Empty: the embedded ones. */
  parallel: texts,
  /** Own problems: lines of language, question and number, parted by tabs. Empty: the embedded ones. */
  problems: texts,
  /** Texts that the model may know by heart, one a line. */
  memorised: texts,
  /** How results are shown: the measure and the facet of the maps, and the picture. */
  shown: v.pipe(v.string(), v.maxLength(40)),
  picture: v.picklist(["map", "multiples", "radar"]),
});

type ParsedVariant = v.InferOutput<typeof variant>;
type Merge = Extract<ParsedVariant, { readonly kind: "merge" }>;
export type Variant = Exclude<ParsedVariant, Merge> | (Omit<Merge, "recipe"> & { readonly recipe: Recipe });
export type Document = Omit<v.InferOutput<typeof schema>, "variants"> & { readonly variants: readonly Variant[] };

export const defaults: Document = {
  variants: [
    { kind: "checkpoint", name: "", model: "polyglot-base", weights: "f32" },
    { kind: "checkpoint", name: "", model: "polyglot-de", weights: "f32" },
    { kind: "checkpoint", name: "", model: "polyglot-hi", weights: "f32" },
  ],
  control: true,
  measures: ["bits-per-byte", "minimal-pairs", "mexa", "mixing", "off-target", "distinct-2"],
  languages: ["en", "de", "es", "hi", "tr"],
  sentences: 20,
  written: 12,
  interval: "bca",
  seed: 1,
  parallel: "",
  problems: "",
  memorised: "",
  shown: "bits-per-byte",
  picture: "map",
};
