import * as v from "valibot";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** An instruction whose mean state is added to what stands behind it, ever farther away. */
export const reinjectionSchema = v.object({
  /** Of the instructions, which a program can check, and of the stories that stand behind them. */
  language,
  /** How many instructions. */
  instructions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
  /** Sentences of stories between an instruction and its answer. */
  distances: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))),
    v.minLength(1),
    v.maxLength(8),
  ),
  /** Written without it, at half of this weight, and at this. */
  weight: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(4)),
  /** Behind whose block it is read and added; null: the middle one. */
  layer: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199))),
  /** Into which language sentences are translated, and how many; 0 for none. */
  into: language,
  translations: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
});

export type Reinjection = v.InferOutput<typeof reinjectionSchema>;

export const reinjectionDefaults: Reinjection = {
  language: "en",
  instructions: 10,
  distances: [0, 4, 8, 16],
  weight: 0.4,
  layer: null,
  into: "de",
  translations: 4,
};
