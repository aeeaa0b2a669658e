import * as v from "valibot";
import { parallelLanguages } from "../../data/parallel-languages";

/**
 * Where the new vocabulary comes from: fewer of the base's tokens, more merges after its own, its own pieces in Latin letters after its
 * own, one of its own, or another one.
 */
export const vocabularyTargets = ["trim", "expand", "transliterate", "train", "file", "model"] as const;

export const trainerNames = ["byte-level-bpe", "character-bpe", "unigram"] as const;

/** By the names of `tokenization/transfer/initialisers` and of its maps. */
export const initialiserNames = [
  "random",
  "multivariate",
  "script",
  "script-position",
  "script-identity",
  "mean",
  "merge",
  "align",
  "wechsel",
  "focus",
  "ofa",
  "trans-tokenization",
  "transmi",
  "cw2v",
  "zett",
  "sava",
] as const;

const language = v.picklist(parallelLanguages);
const count = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const languages = v.pipe(
  v.array(language),
  v.maxLength(parallelLanguages.length),
  v.transform((list) => [...new Set(list)]),
);

/** How a model's vocabulary is changed, and what is measured of it. */
export const vocabularySchema = v.object({
  /** A checkpoint. */
  base: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  target: v.picklist(vocabularyTargets),
  /** Whose tokens are kept, or from whose texts tokens are learnt. */
  languages: v.pipe(languages, v.minLength(1)),
  /** A text in the place of the lab's own, for keeping and learning; empty for the lab's own. */
  text: v.pipe(v.string(), v.maxLength(200_000)),
  /** A text file of the user's own in the place of both. */
  textFile: v.pipe(v.string(), v.regex(/^(text:[\w.-]{1,80})?$/)),
  trainer: v.picklist(trainerNames),
  /** Rows of a vocabulary that is trained. */
  size: count(300, 32_000),
  /** Merges that are added. */
  more: count(0, 10_000),
  /** Rows that trimming leaves; 0 for all that the text uses. */
  rows: count(0, 300_000),
  /** Whether trimming keeps what a text uses, or all tokens of some scripts. */
  trimBy: v.picklist(["use", "script"]),
  /** The scripts kept, by the names of `tokenization/catalogue`. */
  scripts: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(30))),
    v.maxLength(30),
    v.transform((list) => [...new Set(list)]),
  ),
  /** A tokenizer.json of the user's own. */
  file: v.pipe(v.string(), v.regex(/^(own:[\w.-]{1,80})?$/)),
  /** Word vectors of the user's own, of the old languages and of the new; without both they are made from the lab's sentences. */
  sourceVectors: v.pipe(v.string(), v.regex(/^(vec:[\w.-]{1,80})?$/)),
  targetVectors: v.pipe(v.string(), v.regex(/^(vec:[\w.-]{1,80})?$/)),
  /** Whether the old languages' vectors are rotated onto the new ones', as the two files do not lie in one space. */
  rotate: v.boolean(),
  /** The pairs of words that are rotated onto each other, one a line; empty for those that the lab's sentences link. */
  dictionary: v.pipe(v.string(), v.maxLength(50_000)),
  /** The model whose vocabulary is taken, and whose rows SAVA maps. */
  donor: v.pipe(v.string(), v.maxLength(300)),
  /** A fine-tune of the base that gets the rows too; empty for none. */
  tuned: v.pipe(v.string(), v.maxLength(300)),
  /** Ways of making new rows, side by side. */
  initialisers: v.pipe(
    v.array(v.picklist(initialiserNames)),
    v.minLength(1),
    v.transform((list) => [...new Set(list)]),
  ),
  /** Whose model is put on the shelf. */
  keep: v.picklist(initialiserNames),
  /** Of pieces that are one in Latin letters: whose score and row the new piece gets. */
  collisions: v.picklist(["max", "min", "average"]),
  /** OFA's rank; 0 for all. */
  rank: count(0, 4096),
  /** The language whose words are the old ones where two languages are paired. */
  from: language,
  /** A text whose new tokens are explained beside the most frequent ones. */
  explained: v.pipe(v.string(), v.maxLength(200)),
  /** Languages that are scored. */
  scored: v.pipe(languages, v.minLength(1)),
  /** Sentences a language. */
  sentences: count(2, 40),
  /** Of drawn rows and of vectors. */
  seed: count(0, 0xffff_ffff),
  /** Also makes a Hugging Face folder of the model that is kept. */
  folder: v.boolean(),
});

export type VocabularyDocument = v.InferOutput<typeof vocabularySchema>;

export const vocabularyDefaults: VocabularyDocument = {
  base: "polyglot-base",
  target: "trim",
  languages: ["de", "tr"],
  text: "",
  textFile: "",
  trainer: "byte-level-bpe",
  size: 2048,
  more: 500,
  rows: 0,
  trimBy: "use",
  scripts: ["Latin", "no letters", "part of a character"],
  file: "",
  sourceVectors: "",
  targetVectors: "",
  rotate: false,
  dictionary: "",
  donor: "polyglot-hi",
  tuned: "",
  initialisers: ["random", "mean", "merge", "align", "wechsel"],
  keep: "mean",
  collisions: "max",
  rank: 0,
  from: "en",
  explained: "",
  scored: ["en", "de", "es", "hi", "tr"],
  sentences: 10,
  seed: 1,
  folder: false,
};
