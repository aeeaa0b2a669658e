import * as v from "valibot";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

export const neuronOperations = ["off", "amplify", "set"] as const;

/** Whose neurons are found, and what is done to them. */
export const neuronsSchema = v.object({
  /** The languages that are told apart. */
  languages: v.pipe(v.array(language), v.minLength(1), v.maxLength(11)),
  /** The language whose neurons are edited while the prompts are continued. */
  language,
  /** The share of all neurons that is kept as specific. */
  kept: v.pipe(v.number(), v.finite(), v.minValue(0.001), v.maxValue(0.3)),
  operation: v.picklist(neuronOperations),
  /** Of `amplify`. */
  factor: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8)),
  /** Of `set`: the language whose mean the neurons are held at. */
  towards: language,
});

export type Neurons = v.InferOutput<typeof neuronsSchema>;

export const neuronsDefaults: Neurons = {
  languages: ["en", "de", "es", "hi", "tr"],
  language: "de",
  kept: 0.05,
  operation: "off",
  factor: 2,
  towards: "en",
};
