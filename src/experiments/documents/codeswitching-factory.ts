import * as v from "valibot";
import { storyTopics } from "../../data/stories";

/** Percent. */
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100));

/** How the sentences of a corpus are spread and verified. */
export const factorySchema = v.object({
  /** Topics of the stories, each asked for by itself; none: stories of any topic. */
  topics: v.pipe(v.array(v.picklist(storyTopics)), v.maxLength(storyTopics.length)),
  /** Whose language is the main one: the document's choice, or each in turn. */
  mains: v.picklist(["chosen", "each"]),
  /** Of so many words, in percent, a program must tell the language that they were written in; 0: it is not asked. */
  identified: share,
  /** From this share of common word trigrams on, in percent, a sentence is a near-duplicate of one that was kept; 100: equal ones only. */
  near: share,
  /** Patterns that a sentence must match, or must not. */
  rules: v.pipe(
    v.array(v.object({ pattern: v.pipe(v.string(), v.maxLength(200)), wanted: v.boolean() })),
    v.maxLength(6),
  ),
});

export type FactorySettings = v.InferOutput<typeof factorySchema>;

export const factoryDefaults: FactorySettings = { topics: [], mains: "chosen", identified: 0, near: 100, rules: [] };
