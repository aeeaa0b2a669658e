import type { ArithmeticProblem, MinimalPair, Question } from "../../measures/card/items";
import type { Conversation } from "../../measures/instructions/instruction";
import conversationTexts from "./conversations.json";
import pairTexts from "./minimal-pairs.json";
import { exchangePrompt } from "./exchange";
import instructionTexts from "./instructions.json";
import problemTexts from "./problems.json";
import questionTexts from "./questions.json";
import wordLists from "./words.json";

/**
 * Items of the scorecard in the languages of the embedded checkpoints, written for this project (Apache-2.0, as the rest of
 * it); none of them is in the training data of those checkpoints. 100 kB of text: import this module dynamically.
 */
type ByLanguage<T> = Readonly<Record<string, readonly T[]>>;

/** 40 a language, from sentences such as `The dogs {sleep|sleeps} here.`: the first reading is grammatical. */
export const minimalPairs: ByLanguage<MinimalPair> = mapped(pairTexts, (phenomena) =>
  Object.entries(phenomena).flatMap(([phenomenon, sentences]) =>
    sentences.map((sentence) => ({
      phenomenon,
      good: sentence.replace(/\{(.*)\|(.*)\}/u, "$1"),
      bad: sentence.replace(/\{(.*)\|(.*)\}/u, "$2"),
    })),
  ),
);

const { english, ...asked } = questionTexts;

/** Questions whose answer differs from its English translation, so that the language of an answer can be told. */
export const questions: ByLanguage<Question> = mapped(asked, (items, language) =>
  items.map(([question, own], i) => ({ prompt: exchangePrompt(language, question!), own: own!, english: english[i]! })),
);

/** One to three steps, numbers up to 20, the same problems in every language. */
export const problems: ByLanguage<ArithmeticProblem> = mapped(problemTexts[0]!.questions, (_, language) =>
  problemTexts.map(({ questions: texts, answer }) => ({
    question: exchangePrompt(language, (texts as Readonly<Record<string, string>>)[language]!),
    answer,
  })),
);

/** Instructions that a program can check, three turns that stack. */
export const conversations = conversationTexts as ByLanguage<Conversation>;

/** One instruction each, the same in every language: a word to use, the ending, a word so many times, yes or no. */
export const instructions = instructionTexts as ByLanguage<Conversation>;

/** Word i means the same in every language. */
export const words: ByLanguage<string> = wordLists;

function mapped<In, Out>(
  record: Readonly<Record<string, In>>,
  of: (value: In, language: string) => readonly Out[],
): ByLanguage<Out> {
  return Object.fromEntries(Object.entries(record).map(([language, value]) => [language, of(value, language)]));
}
