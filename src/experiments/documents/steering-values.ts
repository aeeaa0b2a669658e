import * as v from "valibot";
import { storyTraits } from "./story-traits";

/** Neurons by what they write, and what scaling some of them does to a trait of texts. */
export const valuesSchema = v.object({
  /** Found by a trait of texts in one language, or named one by one. */
  by: v.picklist(["trait", "named"]),
  /** What the texts of two kinds differ in: those by which neurons are found, and those on which the effect is measured. */
  trait: v.picklist(storyTraits),
  /** The language of the texts by which they are found. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  /** Of `trait`: how many. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
  /** Of `named`: each as layer.neuron, such as `3.120`, apart by spaces. */
  named: v.pipe(v.string(), v.maxLength(400)),
  /** What their activations are multiplied by. */
  gain: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(16)),
  /** Whether value vectors pass the final norm on their way to the head. */
  normed: v.boolean(),
  /** The layer whose neurons are listed. */
  layer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)),
  /** The order of that list: most or fewest languages among the tokens first, or by number. */
  order: v.picklist(["most", "fewest", "number"]),
});

export type Values = v.InferOutput<typeof valuesSchema>;

export const valuesDefaults: Values = {
  by: "trait",
  trait: "mood",
  language: "en",
  count: 32,
  named: "",
  gain: 4,
  normed: false,
  layer: 6,
  order: "most",
};
