import type { ParallelLanguage } from "../../../data/parallel-languages";
import { parallelSentences } from "../../../data/parallel";
import { loadStories } from "../../../data/stories";

/** Sentences that say the same, by language; a language that a text has not is left out of it. */
export type ParallelTexts = readonly Readonly<Partial<Record<ParallelLanguage, string>>>[];

/**
 * The lab's texts for keeping, learning and pairing: 2,561 sentences of parallel stories, in five languages. For a language
 * that these have not the forty sentences of the scorecard, which are then no longer held out.
 */
export async function textsOf(languages: readonly ParallelLanguage[]): Promise<ParallelTexts> {
  const stories = (await loadStories()).flatMap(({ texts }) =>
    texts.en.map((_, at) => Object.fromEntries(Object.entries(texts).map(([code, told]) => [code, told[at]!.text]))),
  );
  const told = stories[0]!;
  if (languages.every((language) => language in told)) return stories;
  const sentences = parallelSentences.en.map((_, at) =>
    Object.fromEntries(Object.entries(parallelSentences).map(([code, lines]) => [code, lines[at]!])),
  );
  return [...stories, ...sentences];
}

/** One language of parallel texts, a sentence a line. */
export function linesOf(texts: ParallelTexts, language: ParallelLanguage): readonly string[] {
  return texts.flatMap((text) => text[language] ?? []);
}
