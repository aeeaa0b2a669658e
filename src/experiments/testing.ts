import * as v from "valibot";
import type { DocumentModule } from "./documents";

/** A document with every kind of field that labs have, for tests of what is common to all. */
export const sampleSchema = v.object({
  prompt: v.pipe(v.string(), v.maxLength(2000)),
  layer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(63)),
  strength: v.pipe(v.number(), v.minValue(-8), v.maxValue(8)),
  method: v.picklist(["difference", "pca"]),
  texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(40)),
  sampling: v.object({
    temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(4)),
    seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
  }),
  note: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

export type SampleDocument = v.InferOutput<typeof sampleSchema>;

export const sampleDefaults: SampleDocument = {
  prompt: "The river",
  layer: 3,
  strength: 1,
  method: "difference",
  texts: ["one", "two"],
  sampling: { temperature: 0, seed: 7 },
};

export const sampleModule: DocumentModule<SampleDocument> = { schema: sampleSchema, defaults: sampleDefaults };
