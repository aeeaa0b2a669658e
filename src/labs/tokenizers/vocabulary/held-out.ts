import { parallelSentences } from "../../../data/parallel";
import type { ParallelLanguage } from "../../../data/parallel-languages";
import { romanise } from "../../../tokenization/romanise/romanise";

/** A language as it is written, or in Latin letters where the tag says so: `hi`, `hi-Latn`. */
export type WrittenLanguage = ParallelLanguage | `${ParallelLanguage}-Latn`;

/** The forty held-out sentences, or the first `count` of them. */
export function heldOut(written: WrittenLanguage, count?: number): readonly string[] {
  const language = written.replace("-Latn", "") as ParallelLanguage;
  const lines = parallelSentences[language].slice(0, count);
  return language === written ? lines : lines.map(romanise);
}

/** Those of the languages that are written otherwise in Latin letters, so written. */
export function inLatin(languages: readonly ParallelLanguage[]): readonly `${ParallelLanguage}-Latn`[] {
  const changed = languages.filter((language) => parallelSentences[language].some((line) => romanise(line) !== line));
  return [...new Set(changed)].map((language) => `${language}-Latn` as const);
}
