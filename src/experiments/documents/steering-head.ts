import * as v from "valibot";

const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** A language's own vector, added behind the last norm, where the head reads. */
export const headSchema = v.object({
  /** The languages whose means are compared. */
  languages: v.pipe(v.array(language), v.minLength(2), v.maxLength(11)),
  /** The one whose vector is added. */
  language,
  /** Whether that of its script is added, too. */
  script: v.boolean(),
  /** The texts are written at minus and plus this, at half of it, and at 0. */
  strength: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8)),
});

export type Head = v.InferOutput<typeof headSchema>;

export const headDefaults: Head = {
  languages: ["en", "de", "es", "hi", "tr"],
  language: "de",
  script: true,
  strength: 2,
};
