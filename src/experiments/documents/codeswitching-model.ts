import * as v from "valibot";

/** How a language model writes switched text. */
export const modelSchema = v.object({
  /** An embedded id or `owner/name@revision`. */
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** What the model goes on from. */
  prompt: v.pipe(v.string(), v.maxLength(1_000)),
  /** Spans of tokens by language: `en 8, de 6`. Read when it is run. */
  plan: v.pipe(v.string(), v.maxLength(200)),
  /** In class distances of the layer. */
  strength: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8)),
  /** null: the layer proposed by held-out separation. */
  layer: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199))),
  /** What is asked in words where nothing is steered; a model with a chat template gets it as a message. */
  instruction: v.pipe(v.string(), v.maxLength(1_000)),
  /** 0 is greedy. */
  temperature: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(2)),
});

export type ModelSettings = v.InferOutput<typeof modelSchema>;

export const modelDefaults: ModelSettings = {
  model: "polyglot-base",
  prompt: "The old woman opened the door and",
  plan: "en 8, de 6, en 8",
  strength: 1,
  layer: null,
  instruction: "Mix English and German in this text, changing the language every few words.",
  temperature: 0,
};
