import type { LabId } from "../experiments/experiment";
import data from "./glossary.json";

/** A word of the field that a newcomer cannot know. */
export interface Word {
  readonly term: string;
  /** How else it is written, other cases and short forms; each stands for this word alone. */
  readonly forms: readonly string[];
  /** What it is, and what the ends of its scale mean: one to three sentences. */
  readonly means: string;
  /** Where it comes from; empty where that is nowhere in particular. */
  readonly source: string;
  /** Where one meets it. */
  readonly labs: readonly LabId[];
  /** It stands nearly everywhere. */
  readonly common?: true;
}

/** All of them, by alphabet. */
export const glossary = data as readonly Word[];

/** `class-distance`: the word in an address. */
export function idOfWord({ term }: Word): string {
  const plain = term
    .replace("′", " prime")
    .normalize("NFKD")
    .replace(/[\p{M}’]/gu, "");
  return plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Where the page of words shows it. */
export function hashOfWord(word: Word): string {
  return `#/words?word=${idOfWord(word)}`;
}
