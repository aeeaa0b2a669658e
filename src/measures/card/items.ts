import type { Conversation } from "../instructions/instruction";

/** Two sentences that differ in one place; the first is grammatical, the second is not. */
export interface MinimalPair {
  readonly phenomenon: string;
  readonly good: string;
  readonly bad: string;
}

/** A beginning whose next word is asked for, with the answer in its own language and the same in English. */
export interface Question {
  readonly prompt: string;
  readonly own: string;
  readonly english: string;
}

export interface ArithmeticProblem {
  readonly question: string;
  readonly answer: number;
}

/** Examples of a task on symbols, and the answers to its last line: the right one and wrong ones. */
export interface SymbolItem {
  readonly task: "copy" | "reverse" | "map";
  readonly shown: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

/** The held-out items of a card, by language where there is one. */
export interface CardItems {
  readonly languages: readonly string[];
  /** The language that alignment is measured against. */
  readonly pivot: string;
  /** Sentence i says the same in every language; the pivot's are there whether or not it is among the languages. */
  readonly parallel: Readonly<Record<string, readonly string[]>>;
  /** Beginnings that are to be continued in their own language. */
  readonly beginnings: Readonly<Record<string, readonly string[]>>;
  readonly minimalPairs: Readonly<Record<string, readonly MinimalPair[]>>;
  readonly questions: Readonly<Record<string, readonly Question[]>>;
  readonly conversations: Readonly<Record<string, readonly Conversation[]>>;
  /** Word i means the same in every language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly problems: Readonly<Record<string, readonly ArithmeticProblem[]>>;
  /** Of no language; none where they are left out. */
  readonly symbols?: readonly SymbolItem[];
  /** Texts that the model may know by heart. */
  readonly memorised: readonly string[];
}
