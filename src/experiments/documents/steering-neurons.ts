import * as v from "valibot";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/**
 * How a language's neurons are found: by the entropy of their activity over the languages; as the fewest that hold a share of its
 * activity, where those of no use to it are what is switched off; or as those whose pre-activation rises most in it.
 */
export const neuronFinders = ["entropy", "specialised", "adjust"] as const;

/**
 * `adjust` puts a gate that is likelier in the language at the mirrored place among the others. `off` is 0, `amplify` multiplies, `set` holds at the mean in another language, `add` adds that mean, `shift` adds what it is over
 * the mean of all other languages.
 */
export const neuronOperations = ["off", "amplify", "set", "add", "shift", "adjust"] as const;

/** Whose neurons are found, and what is done to them. */
export const neuronsSchema = v.object({
  /** The languages that are told apart. */
  languages: v.pipe(v.array(language), v.minLength(1), v.maxLength(11)),
  /** The language whose neurons are edited while the prompts are continued. */
  language,
  /** The share of all neurons that is kept as specific. */
  kept: v.pipe(v.number(), v.finite(), v.minValue(0.001), v.maxValue(0.3)),
  found: v.picklist(neuronFinders),
  /** Of `specialised`: the share of a layer's activity. */
  share: v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(1)),
  /** Of `adjust`: how much wider than what it was made from the cube in key space is. */
  cube: v.pipe(v.number(), v.finite(), v.minValue(0.25), v.maxValue(4)),
  operation: v.picklist(neuronOperations),
  /** Of `amplify`, `add` and `shift`. */
  factor: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8)),
  /** Of `set`, `add` and `shift`: the language whose mean is meant. */
  towards: language,
  /** Whether ever more of the language's neurons are switched off, to see which language comes instead. */
  fallback: v.boolean(),
});

export type Neurons = v.InferOutput<typeof neuronsSchema>;

export const neuronsDefaults: Neurons = {
  languages: ["en", "de", "es", "hi", "tr"],
  language: "de",
  kept: 0.05,
  found: "entropy",
  share: 0.9,
  cube: 1,
  operation: "off",
  factor: 2,
  towards: "en",
  fallback: false,
};
