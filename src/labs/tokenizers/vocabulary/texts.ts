import type { ParallelLanguage } from "../../../data/parallel-languages";
import { parallelSentences } from "../../../data/parallel";
import { isStoryLanguage } from "../../../data/lexicon";
import { loadStories } from "../../../data/stories";

/** Sentences that say the same, by language; a language that a text has not is left out of it. */
export type ParallelTexts = readonly Readonly<Partial<Record<ParallelLanguage, string>>>[];

/**
 * The lab's texts for keeping, learning and pairing: 2,561 sentences of parallel stories, in five languages. For a language
 * that these have not the forty sentences of the scorecard, which are then no longer held out in any of the languages.
 */
export async function textsOf(languages: readonly ParallelLanguage[]): Promise<ParallelTexts> {
  const stories = (await loadStories()).flatMap(({ texts }) =>
    texts.en.map((_, at) => Object.fromEntries(Object.entries(texts).map(([code, told]) => [code, told[at]!.text]))),
  );
  if (learntFrom(languages).length === 0) return stories;
  const sentences = parallelSentences.en.map((_, at) =>
    Object.fromEntries(Object.entries(parallelSentences).map(([code, lines]) => [code, lines[at]!])),
  );
  return [...stories, ...sentences];
}

/** Those of the languages whose forty sentences are among their texts and not held out: all, where the stories lack one. */
export function learntFrom(languages: readonly ParallelLanguage[]): readonly ParallelLanguage[] {
  return languages.every(isStoryLanguage) ? [] : languages;
}

/** One language of parallel texts, a sentence a line. */
export function linesOf(texts: ParallelTexts, language: ParallelLanguage): readonly string[] {
  return texts.flatMap((text) => text[language] ?? []);
}
