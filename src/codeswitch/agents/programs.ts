import type { LanguageCode } from "../language";
import { scriptOfCharacter } from "../language";
import type { Mark } from "./score";

interface Spoken {
  readonly text: string;
  readonly language: LanguageCode | null;
}

/** Share of the words with a language that are in the embedded one, 0 to 1; null where no word has a language. */
export function embeddedShare(words: readonly Spoken[], embedded: LanguageCode): number | null {
  const spoken = words.filter(({ language }) => language !== null);
  if (spoken.length === 0) return null;
  return spoken.filter(({ language }) => language === embedded).length / spoken.length;
}

/** 10 for the wanted share of embedded words, falling in a line to 0 at the share that is farthest from it. */
export function markRatio(words: readonly Spoken[], embedded: LanguageCode, wanted: number): Mark {
  const share = embeddedShare(words, embedded);
  if (share === null) return { value: 0, by: "program", why: "no word has a language" };
  const value = 10 * (1 - Math.abs(share - wanted) / Math.max(wanted, 1 - wanted));
  return { value, by: "program", why: `${percent(share)} of the words are embedded, ${percent(wanted)} wanted` };
}

/** Words in which the script changes: a switch inside a word, against the free morpheme constraint (Poplack 1980). */
export function mixedWords(words: readonly Spoken[]): readonly string[] {
  return words
    .map(({ text }) => text)
    .filter((text) => new Set(Array.from(text, scriptOfCharacter).filter((script) => script !== "Zyyy")).size > 1);
}

/**
 * 10 where the text costs the model no more bits a byte than plain sentences of its languages do (`usual`), else 10 · usual /
 * measured; 2 less for each word that is switched inside, not below 0.
 */
export function markFluency(bitsPerByte: number, usual: number, words: readonly Spoken[]): Mark {
  const broken = mixedWords(words);
  const value = Math.max(0, 10 * Math.min(1, usual / bitsPerByte) - 2 * broken.length);
  const inside = broken.length === 0 ? "no switch inside a word" : `switched inside: ${broken.join(", ")}`;
  return {
    value,
    by: "program",
    why: `${bitsPerByte.toFixed(2)} bits a byte, ${usual.toFixed(2)} on plain sentences; ${inside}`,
  };
}

/** The first number from 0 to 10 in what a model answered; null where there is none. */
export function markFromAnswer(answer: string): Mark {
  const found = /(?<![\d.])(10|\d)(?:[.,](\d))?(?![\d])/u.exec(answer);
  const value = found === null ? null : Math.min(10, Number(`${found[1]}.${found[2] ?? "0"}`));
  return { value, by: "model", why: answer.trim().slice(0, 200) };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
