import type { LanguageCode } from "../../../../codeswitch/language";

export interface WordCost {
  readonly written: string;
  readonly language: LanguageCode | null;
  /** Whether the language changes right before it. */
  readonly switched: boolean;
}

/** What one model pays for every word. */
export interface SurprisalBy {
  readonly checkpoint: string;
  /** Bits by sentence and word. */
  readonly bits: readonly (readonly number[])[];
  /** Of the same words in their own language's sentences; null where there is none. */
  readonly plain: readonly (readonly (number | null)[])[];
}

export interface SurprisalResult {
  readonly reading: "surprisal";
  readonly seed: number;
  readonly sentences: readonly { readonly percent: number; readonly words: readonly WordCost[] }[];
  readonly models: readonly SurprisalBy[];
}
