import * as v from "valibot";

/** What is looked at inside a model. */
export const viewsSchema = v.object({
  /** Read through the lens, and for its attention. */
  text: v.pipe(v.string(), v.maxLength(400)),
  attentionLayer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)),
  /** Of the map: how many sentences a language. */
  sentences: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(40)),
});

export type Views = v.InferOutput<typeof viewsSchema>;

export const viewsDefaults: Views = {
  text: "Der Hund schläft unter dem Tisch, und die Kinder spielen im",
  attentionLayer: 2,
  sentences: 12,
};
