import * as v from "valibot";
import { halfWordDefaults, halfWordSchema } from "./half-word";
import { markovDefaults, markovSchema } from "./markov";
import { vocabularyDefaults, vocabularySchema } from "./vocabulary";

/** Tokenizers that every page has: the embedded family's, OpenAI's three, and the units below and above words. */
export const builtInTokenizers = [
  "polyglot-base",
  "r50k",
  "cl100k",
  "o200k",
  "utf8",
  "code-points",
  "graphemes",
] as const;

/** Metrics that a scorecard can show, by the ids of `tokenization/metrics`. */
export const shownMetrics = [
  "parity-micro",
  "parity-macro",
  "fertility",
  "fertility-isolated",
  "continued-words",
  "single-token-words-spaced",
  "single-token-words",
  "bytes-per-token",
  "characters-per-token",
  "grapheme-breaks",
  "fragments",
  "unknowns",
  "renyi",
  "shannon",
  "percentile-frequency",
  "code-length",
  "vocabulary-use",
  "type-token-ratio",
] as const;

/**
 * A built-in tokenizer; a tokenizer.json of the user's own by name and length, as `own:tokenizer.json-595624`; or a repository's,
 * as `hub:owner/name` or `hub:owner/name@revision`.
 */
const tokenizer = v.pipe(
  v.string(),
  v.regex(
    new RegExp(
      `^(${builtInTokenizers.join("|")}|own:[\\w.-]{1,80}|hub:\\w[\\w.-]{0,95}/\\w[\\w.-]{0,95}(@[\\w./-]{1,80})?)$`,
    ),
  ),
);
const languages = ["en", "de", "es", "hi", "tr", "fr", "ru", "zh", "ja", "ar", "sw"] as const;

function withoutRepeats<Value>(list: readonly Value[]): Value[] {
  return [...new Set(list)];
}

/** What Run does: compare tokenizers; change a model's vocabulary; train a tokenizer; give a model half a word;
 * write texts in Latin letters; train one vocabulary on each language and one on all; cut what a Markov source writes. */
export const tokenizerTasks = [
  "compare",
  "change",
  "train",
  "half-word",
  "romanise",
  "one-or-five",
  "why-tokenize",
] as const;

/** The settings of the tokenizers lab; every field is bounded, as a link is untrusted. */
export const schema = v.object({
  task: v.picklist(tokenizerTasks),
  /** Of a change, and of a training. */
  vocabulary: vocabularySchema,
  halfWord: halfWordSchema,
  markov: markovSchema,
  text: v.pipe(v.string(), v.maxLength(20_000)),
  tokenizers: v.pipe(v.array(tokenizer), v.minLength(1), v.maxLength(12), v.transform(withoutRepeats)),
  /** Whether tokens that a template adds (such as the beginning of the text) are shown and counted in the strips. */
  specialTokens: v.boolean(),
  /** The model in which sentences are held against themselves in Latin letters; empty for none. */
  barrier: v.pipe(v.string(), v.maxLength(300)),
  /** Of the parallel sentences, in the scorecard. */
  languages: v.pipe(
    v.array(v.picklist(languages)),
    v.minLength(1),
    v.maxLength(languages.length),
    v.transform(withoutRepeats),
  ),
  /** Whose tokens the others are divided by. */
  reference: v.picklist(languages),
  /** Which metric the scorecard shows. */
  metric: v.picklist(shownMetrics),
  /** Whose languages are ranked. */
  ranked: tokenizer,
});

export type Document = v.InferOutput<typeof schema>;

export const defaults: Document = {
  task: "compare",
  vocabulary: vocabularyDefaults,
  halfWord: halfWordDefaults,
  markov: markovDefaults,
  text: "The children are playing in the garden behind the house.\nबच्चे घर के पीछे बगीचे में खेल रहे हैं।",
  tokenizers: ["polyglot-base", "r50k", "cl100k", "o200k", "utf8"],
  specialTokens: false,
  barrier: "",
  languages: [...languages],
  reference: "en",
  metric: "parity-micro",
  ranked: "r50k",
};
