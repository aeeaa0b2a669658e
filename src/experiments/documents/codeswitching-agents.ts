import * as v from "valibot";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** How agents write, judge and refine switched text. */
export const agentsSchema = v.object({
  /** An embedded id or `owner/name@revision`: writes, judges and refines. */
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The language of the frame, and the one that is brought in. */
  matrix: language,
  embedded: language,
  /** Wanted share of embedded words, in percent. */
  ratio: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100)),
  /** How many scenarios of the grid are drawn. */
  samples: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
  maxNewTokens: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(128)),
  temperature: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2)),
});

export type AgentsSettings = v.InferOutput<typeof agentsSchema>;

export const agentsDefaults: AgentsSettings = {
  model: "polyglot-base",
  matrix: "en",
  embedded: "de",
  ratio: 40,
  samples: 3,
  maxNewTokens: 32,
  temperature: 0.7,
};
