import * as v from "valibot";
import { builtInTokenizers } from "./tokenizers";

export const readingIds = ["translation", "surprisal", "tokenizers", "variants", "order", "transliteration"] as const;

/** What is done with switched sentences once they are there. */
export const readingsSchema = v.object({
  chosen: v.pipe(v.array(v.picklist(readingIds)), v.maxLength(readingIds.length)),
  /** Embedded ids or `owner/name@revision`: they translate, and say how surprising words are. */
  models: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.minLength(1), v.maxLength(3)),
  /** Sentences that are read, of each bucket of rates. */
  sentences: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
  /** Translated into the language that is not the main one, or into the main one. */
  into: v.picklist(["other", "main"]),
  /** Translated examples in the prompt; each number is a condition of its own. */
  shots: v.pipe(v.array(v.picklist(["0", "2"])), v.minLength(1), v.maxLength(2)),
  /** Into which letters words of one language are put, ISO 15924, and how likely in percent a word must be of that language. */
  letters: v.object({
    into: v.picklist(["Latn", "Deva"]),
    threshold: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(105)),
  }),
  tokenizers: v.pipe(v.array(v.picklist(builtInTokenizers)), v.minLength(1), v.maxLength(builtInTokenizers.length)),
});

export type ReadingSettings = v.InferOutput<typeof readingsSchema>;

export const readingsDefaults: ReadingSettings = {
  chosen: [],
  models: ["polyglot-base"],
  sentences: 8,
  into: "other",
  shots: ["2"],
  letters: { into: "Latn", threshold: 50 },
  tokenizers: ["polyglot-base", "r50k", "cl100k", "o200k"],
};
