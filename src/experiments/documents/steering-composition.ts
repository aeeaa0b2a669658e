import * as v from "valibot";
import { storyTraits } from "./story-traits";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** What a text may be pushed to: another language, or the other end of what stories differ in. */
export const properties = ["language", ...storyTraits] as const;

/** Several properties, each with a strength that may change from token to token. */
export const compositionSchema = v.object({
  properties: v.pipe(
    v.array(
      v.object({
        property: v.picklist(properties),
        /** The language steered away from; of stories their language, `mul` for all in turn. */
        from: language,
        /** Read of languages only. */
        to: language,
      }),
    ),
    v.minLength(1),
    v.maxLength(3),
  ),
  /** Of the strategies that do not ask the model, in class distances. */
  strength: v.pipe(v.number(), v.finite(), v.minValue(-4), v.maxValue(4)),
  /** The share of probability in which the model's answers with and without a push are compared. */
  topP: v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(1)),
});

export type Composition = v.InferOutput<typeof compositionSchema>;

export const compositionDefaults: Composition = {
  properties: [
    { property: "language", from: "en", to: "de" },
    { property: "mood", from: "mul", to: "mul" },
  ],
  strength: 1,
  topP: 0.95,
};
