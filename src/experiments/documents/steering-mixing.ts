import * as v from "valibot";

/** Of a mixer: numbers, or one of its choices. */
const values = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-]{1,40}$/)),
    v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(40))]),
  ),
  v.check((record) => Object.keys(record).length <= 12, "at most twelve parameters"),
);

export const filterKinds = ["script", "letters", "words", "pattern"] as const;

/** How several models write one text. */
export const mixingSchema = v.object({
  /** Id of a mixer; one that is not known is named when it is run. */
  mixer: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  /** `bytes` joins models of different vocabularies. */
  unit: v.picklist(["tokens", "bytes"]),
  /** In the order of the mixer's roles. */
  models: v.pipe(
    v.array(
      v.object({
        model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
        /** What only this model reads, before the prompt. */
        before: v.pipe(v.string(), v.maxLength(1_000)),
        values,
      }),
    ),
    v.minLength(1),
    v.maxLength(8),
  ),
  /** Parameters that all models share. What is left out is the mixer's default. */
  values,
  /** Read by filters only: names of scripts, letters, words, or a regular expression. */
  filter: v.object({
    kind: v.picklist(filterKinds),
    text: v.pipe(v.string(), v.maxLength(1_000)),
    /** Of scripts: only these, or none of these. */
    keep: v.boolean(),
  }),
  /** Of logit-difference forgetting: a text whose n-grams are the assistant; empty: the second model is. */
  remembered: v.pipe(v.string(), v.maxLength(4_000)),
  /** The language whose sentences grade words, are a bag of them, or say how sure of itself a model is on human text. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)),
  /** The level of words that is wanted, 1 the easiest. */
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
});

export type Mixing = v.InferOutput<typeof mixingSchema>;

export const mixingDefaults: Mixing = {
  mixer: "expert-guidance",
  unit: "tokens",
  models: [
    { model: "polyglot-de", before: "", values: {} },
    { model: "polyglot-base", before: "", values: {} },
  ],
  values: {},
  filter: { kind: "script", text: "Latin", keep: true },
  remembered: "",
  language: "en",
  level: 1,
};
