import type { LanguageCode } from "../../../../codeswitch/language";
import type { ReadingSettings } from "../../../../experiments/documents/codeswitching-readings";

/** As they are; every word in the other letters; only the language's; and the other words translated into it besides. */
export const forms = ["raw", "all", "language", "translated"] as const;
export type LettersForm = (typeof forms)[number];

/** What one model makes of all sentences of a form. */
export interface LettersCost {
  readonly tokens: number;
  /** Tokens that are unknown, a byte that stands for itself, or part of a letter. */
  readonly broken: number;
  readonly bits: number;
  readonly bytes: number;
}

export interface TransliterationResult {
  readonly reading: "transliteration";
  /** Whose letters are changed. */
  readonly language: LanguageCode;
  readonly into: ReadingSettings["letters"]["into"];
  /** In percent. */
  readonly threshold: number;
  readonly sentences: number;
  readonly words: number;
  readonly forms: readonly {
    readonly form: LettersForm;
    /** The first sentences, a part for each word, and whether it is not as it was. */
    readonly examples: readonly (readonly (readonly [written: string, changed: boolean])[])[];
    /** Words that are not as they were. */
    readonly changed: number;
  }[];
  readonly models: readonly {
    readonly checkpoint: string;
    /** In the order of `forms`. */
    readonly costs: readonly LettersCost[];
  }[];
}
