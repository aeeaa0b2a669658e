import { splitSentences } from "../check/checker";
import { realisers } from "../languages";
import { nounClasses } from "../lexicon/nouns";
import { adjectiveClasses } from "../lexicon/words";
import type { Attributes, Language } from "../script";
import { attributeOf, languageOf, lexisOf, wordsOf } from "./lexis";

/** Kinds of which things can be listed. */
export const listed = {
  animal: nounClasses.animal,
  food: nounClasses.morsel,
  clothing: nounClasses.clothing,
  vehicle: nounClasses.vehicle,
  place: nounClasses.place,
  body: nounClasses.body,
  colour: adjectiveClasses.colour,
} as const;
export type Listed = keyof typeof listed;

/** What an answer must be, so that a program can tell. `language` is that of the answer. */
export type Instruction = { readonly language: Language } /** With a word of that language. */ & (
  | { readonly kind: "language"; readonly word: string }
  | { readonly kind: "word"; readonly word: string }
  /** Exactly so many. */
  | { readonly kind: "sentences"; readonly count: number }
  | { readonly kind: "mood"; readonly mood: Attributes["mood"]; readonly word: string }
  | { readonly kind: "tense"; readonly tense: Attributes["tense"]; readonly word: string }
  | { readonly kind: "translate"; readonly reference: string }
  | { readonly kind: "ending"; readonly sign: "?" | "!"; readonly word: string }
  /** Exactly so many, all different. */
  | { readonly kind: "list"; readonly of: Listed; readonly count: number }
  | { readonly kind: "capitals"; readonly reference: string }
  | { readonly kind: "yes-no"; readonly right: "yes" | "no" }
  /** The word so many times and nothing else. */
  | { readonly kind: "repeat"; readonly word: string; readonly count: number }
);
export type InstructionKind = Instruction["kind"];

export const yesNo: Readonly<Record<Language, Readonly<Record<"yes" | "no", string>>>> = {
  en: { yes: "Yes", no: "No" },
  de: { yes: "Ja", no: "Nein" },
  es: { yes: "Sí", no: "No" },
  hi: { yes: "हाँ", no: "नहीं" },
  tr: { yes: "Evet", no: "Hayır" },
};

/** The share of common words that a translation or repetition must reach: F1 of the two bags of words. */
const likeness = 0.6;

/** Whether an answer does what it was asked to. An empty answer never does. */
export function checkInstruction(instruction: Instruction, answer: string): boolean {
  const { language } = instruction;
  const text = answer.trim();
  const words = wordsOf(text, language);
  const uses = (word: string) => wordsOf(word, language).every((part) => words.includes(part));
  if (words.length === 0) return false;
  switch (instruction.kind) {
    case "language":
      return uses(instruction.word) && isIn(language, text);
    case "word":
      return uses(instruction.word);
    case "sentences":
      return splitSentences(text).length === instruction.count;
    case "mood":
      return uses(instruction.word) && attributeOf(text, language, "mood") === instruction.mood;
    case "tense":
      return uses(instruction.word) && attributeOf(text, language, "tense") === instruction.tense;
    case "translate":
      return isIn(language, text) && overlap(words, wordsOf(instruction.reference, language)) >= likeness;
    case "ending":
      return uses(instruction.word) && text.endsWith(instruction.sign);
    case "list":
      return new Set(words.filter((word) => isOf(word, instruction.of, language))).size === instruction.count;
    case "capitals": {
      const capitals = text.toLocaleUpperCase(language);
      return text === capitals && overlap(words, wordsOf(instruction.reference, language)) >= likeness;
    }
    case "yes-no":
      return words[0] === yesNo[language][instruction.right].toLocaleLowerCase(language);
    case "repeat": {
      const [word] = wordsOf(instruction.word, language);
      return words.length === instruction.count && words.every((one) => one === word);
    }
  }
}

function isIn(language: Language, text: string): boolean {
  return languageOf(text, Object.keys(realisers) as Language[]) === language;
}

function isOf(word: string, kind: Listed, language: Language): boolean {
  const { lemmas } = lexisOf(language);
  return listed[kind].some((concept) => lemmas.get(concept)?.form.toLocaleLowerCase(language) === word);
}

/** F1 of two bags of words: 1 where they are equal, 0 where they share nothing. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  const rest = [...other];
  let common = 0;
  for (const word of one) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / (one.length + other.length);
}
