import type { LanguageCode } from "../language";
import type { WordLanguageModel } from "./model";
import { tagWords } from "./tag";

/**
 * The share of words, from 0 to 1, of which a program that sees the text alone tells the language that they were written in, among two.
 * Words of no language are left out; 1 where none is left.
 */
export function identifiedShare(
  words: readonly { readonly text: string; readonly language: LanguageCode | null }[],
  languages: readonly [LanguageCode, LanguageCode],
  model: WordLanguageModel,
): number {
  const told = tagWords(
    words.map(({ text }) => text),
    languages,
    model,
  );
  const spoken = words.flatMap(({ language }, index) =>
    language === null ? [] : [told[index]!.language === language],
  );
  return spoken.length === 0 ? 1 : spoken.filter(Boolean).length / spoken.length;
}
