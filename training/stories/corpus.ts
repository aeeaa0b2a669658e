import { exchangeOf, type Parts, promptOf } from "./exchange";
import { tellStory, type Telling } from "./generate";
import { realisers } from "./languages";
import { generateProblem, type Problem } from "./problems/problem";
import type { Attributes, Language } from "./script";
import { partOf } from "./split";

/** One file of training or test data: its name and its rows, which are drawn until `count` are found. */
export interface CorpusFile {
  readonly name: string;
  readonly count: number;
  readonly rows: () => Iterable<object>;
}

const languages = Object.keys(realisers) as Language[];

/** Every file of the corpus. Rows of equal files are equal on every machine. */
export const corpusFiles: readonly CorpusFile[] = [
  { name: "stories", count: 60_000, rows: trainStories },
  { name: "stories-heldout", count: 1_000, rows: heldOutStories },
  { name: "problems-train", count: 60_000, rows: trainProblems },
  { name: "problems-dev", count: 200, rows: () => heldOutProblems("dev") },
  { name: "problems-test", count: 200, rows: () => heldOutProblems("test") },
];

export interface StoryRow {
  readonly seed: number;
  readonly schema: string;
  readonly attributes: Attributes;
  /** Sentences by language. */
  readonly texts: Partial<Readonly<Record<Language, readonly string[]>>>;
}

function* trainStories(): Iterable<StoryRow> {
  for (let seed = 1; ; seed++) {
    const telling = tellStory(seed, {}, languages);
    if (!isHeldOut(telling)) yield rowOf(telling);
  }
}

function* heldOutStories(): Iterable<StoryRow> {
  for (let seed = 1; ; seed++) {
    if (isHeldOut(tellStory(seed, {}, ["en"]))) yield rowOf(tellStory(seed, {}, languages));
  }
}

/** Decided by the English text: the same story drawn from another seed is held out, too. */
function isHeldOut({ texts }: Telling): boolean {
  return partOf(texts.en!.map(({ text }) => text).join(" ")) !== "train";
}

function rowOf({ seed, schema, attributes, texts }: Telling): StoryRow {
  const plain: Partial<Record<Language, string[]>> = {};
  for (const language of languages) plain[language] = texts[language]!.map(({ text }) => text);
  return { seed, schema, attributes, texts: plain };
}

export interface ProblemRow extends Pick<Problem, "seed" | "template" | "steps" | "answer"> {
  readonly parts: Parts;
}

/** In English only. */
function* trainProblems(): Iterable<ProblemRow> {
  for (let seed = 1; ; seed++) {
    const { template, steps, answer, part, texts } = generateProblem(seed);
    const { question, worked } = texts.en;
    if (part === "train") yield { seed, template, steps, answer, parts: exchangeOf("en", question, worked) };
  }
}

/** In every language, with the prompt that asks for the answer. */
function* heldOutProblems(part: "dev" | "test"): Iterable<object> {
  for (let seed = 1; ; seed++) {
    const problem = generateProblem(seed);
    if (problem.part !== part) continue;
    const texts = Object.entries(problem.texts).map(([language, { question, worked }]) => [
      language,
      { prompt: promptOf(language as Language, question), worked },
    ]);
    yield { ...problem, texts: Object.fromEntries(texts) };
  }
}
