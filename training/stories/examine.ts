import { judge } from "./check/checker";
import { checkInstruction, type Instruction } from "./dialogues/instruction";
import { attributeOf } from "./dialogues/lexis";
import { checkers } from "./languages";
import type { Language } from "./script";

/** What is to be said of a text: whether it does as instructed, which value an attribute has, or how right it is. */
export type Examined =
  | { readonly instruction: Instruction; readonly text: string }
  | { readonly language: Language; readonly text: string; readonly attribute: "mood" | "tense" | "address" }
  | { readonly language: Language; readonly text: string };

/**
 * One finding. Faults are counted by the language's checker; sentences and words are zero where there is none. `value` is
 * null where a text does not show the attribute.
 */
export function examine(row: Examined): object {
  const { text } = row;
  if ("instruction" in row) return { passed: checkInstruction(row.instruction, text) };
  if ("attribute" in row) return { value: attributeOf(text, row.language, row.attribute) ?? null };
  const checker = checkers[row.language];
  if (!checker) return { sentences: 0, faulty: 0, words: 0, unknown: 0, faults: [] };
  const { sentences, faultlessSentences, words, unknownWords, faults } = judge(checker, text);
  return { sentences, faulty: sentences - faultlessSentences, words, unknown: unknownWords, faults };
}
