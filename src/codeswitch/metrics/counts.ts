import type { LanguageCode } from "../language";
import type { TaggedWord } from "./metric";
import { sum } from "../../vectors";

/** The languages of a text in order; words of no language are left out, so a switch may reach across them. */
export function languagesOf(words: readonly TaggedWord[]): readonly LanguageCode[] {
  return words.map((word) => word.language).filter((language) => language !== null);
}

/** Words a language, in order of appearance. */
export function countLanguages(words: readonly TaggedWord[]): ReadonlyMap<LanguageCode, number> {
  const counts = new Map<LanguageCode, number>();
  for (const language of languagesOf(words)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}

/** Shares p_i of the counts; empty when there is nothing. */
export function shares(counts: readonly number[]): readonly number[] {
  const total = sum(counts);
  return total === 0 ? [] : counts.map((count) => count / total);
}

/** Lengths of the longest runs in one language. */
export function spanLengths(words: readonly TaggedWord[]): readonly number[] {
  const lengths: number[] = [];
  let previous: LanguageCode | undefined;
  for (const language of languagesOf(words)) {
    if (language === previous) lengths[lengths.length - 1]! += 1;
    else lengths.push(1);
    previous = language;
  }
  return lengths;
}

/** P: places where the language of a word differs from that of the word before it. */
export function countSwitches(words: readonly TaggedWord[]): number {
  return Math.max(0, spanLengths(words).length - 1);
}

/** Shannon entropy in bits. */
export function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
