import * as v from "valibot";

/** A text that ends in a word, and how much of it the model is given. */
export const halfWordSchema = v.object({
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  /** Before the word. */
  before: v.pipe(v.string(), v.maxLength(2_000)),
  /** Given letter by letter. */
  word: v.pipe(v.string(), v.maxLength(40)),
  /** Code points of the word whose next bytes are listed. */
  given: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(40)),
});

export const halfWordDefaults: v.InferOutput<typeof halfWordSchema> = {
  model: "polyglot-base",
  before: "The children are playing in the",
  word: " garden",
  given: 3,
};
