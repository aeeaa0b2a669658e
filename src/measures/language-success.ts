import type { Measure } from "./measure";

/** What a text was identified as (null: too short, or no language found) and what it should be. */
export interface IdentifiedText {
  readonly language: string | null;
  readonly target: string;
}

/** Share of texts identified as the target language. A text without a language is a failure; an empty one is left out. */
export const languageSuccess: Measure<IdentifiedText & { readonly text: string }> = {
  id: "language-success",
  name: "Language success",
  unit: "share",
  better: "higher",
  source: "Language forcing success of CLaS-Bench (2601.08331, 2026)",
  parts: ({ text, language, target }) => (text.trim() === "" ? [0, 0] : [language === target ? 1 : 0, 1]),
};
