import type { Random } from "../../random";
import type { LanguageCode } from "../language";

/** Words with the language that each is in. */
export type GoldWords = readonly { readonly text: string; readonly language: LanguageCode }[];

/** Sentences in two languages made one: stretches of one to four words by turns, so that each word's language is known. */
export function mixSentences(
  sentences: readonly [readonly string[], readonly string[]],
  languages: readonly [LanguageCode, LanguageCode],
  random: Random,
): GoldWords {
  const mixed: { text: string; language: LanguageCode }[] = [];
  const at: [number, number] = [0, 0];
  let side: 0 | 1 = random() < 0.5 ? 0 : 1;
  while (at[0] < sentences[0].length || at[1] < sentences[1].length) {
    const length = 1 + Math.floor(random() * 4);
    for (const text of sentences[side].slice(at[side], at[side] + length))
      mixed.push({ text, language: languages[side] });
    at[side] += length;
    side = side === 0 ? 1 : 0;
  }
  return mixed;
}
