import { placed } from "./dictionary/placed";
import type { Replacer } from "./dictionary/replacer";
import type { LanguageCode } from "./language";
import type { Word } from "./words";
import type { WordLanguageModel } from "./word-language/model";
import { tagWords } from "./word-language/tag";

/** A word, and how likely it is of the language whose letters are changed: 0 to 1. */
export interface LikelyWord extends Word {
  readonly likelihood: number;
}

/** How likely each word is of the first of two languages, its neighbours counted; 0 for numbers and signs. */
export function likelyWords(
  words: readonly Word[],
  languages: readonly [LanguageCode, LanguageCode],
  model: WordLanguageModel,
): readonly LikelyWord[] {
  const tags = tagWords(
    words.map(({ text }) => text),
    languages,
    model,
  );
  return words.map((word, index) => {
    const { language, probability } = tags[index]!;
    const likelihood = language === null ? 0 : language === languages[0] ? probability : 1 - probability;
    return { ...word, likelihood };
  });
}

/**
 * The words with those that are at least so likely of the language in other letters, all others as they were: conditional transliteration
 * (Micallef et al. 2024). Threshold 0 is all words, above 1 none.
 */
export function transliterate(
  words: readonly LikelyWord[],
  threshold: number,
  inLetters: (word: string) => string,
): readonly LikelyWord[] {
  return words.map((word) => (word.likelihood >= threshold ? { ...word, text: inLetters(word.text) } : word));
}

/** The words that are less likely than the threshold of the replacer's language, in that language where it has an entry. */
export function translateOthers(
  words: readonly LikelyWord[],
  threshold: number,
  from: LanguageCode,
  replacer: Replacer,
): readonly LikelyWord[] {
  const sentence = { language: from, text: textOf(words), words };
  const isOther = (index: number): boolean => words[index]!.likelihood < threshold;
  const chosen = replacer
    .candidates(sentence)
    .filter(({ index, unit = [index] }) => unit.every(isOther))
    .map(({ index }) => index);
  const made = placed(
    words,
    replacer.replace(sentence, chosen, () => 0),
  );
  return made.map(({ index, text, before, after, replacement }) => ({
    ...words[index]!,
    text,
    before,
    after,
    ...(replacement === undefined ? {} : { likelihood: 1 }),
  }));
}

/** The words with the signs around them. */
export function textOf(words: readonly Word[]): string {
  return words.map(({ before, text, after }) => before + text + after).join("");
}
