import type { LanguageCode } from "../../../../codeswitch/language";

/** A model with a number of examples in its prompt. */
export interface TranslatedBy {
  readonly checkpoint: string;
  readonly shots: number;
  /** False where the model has no chat template and went on from the prompt as a text. */
  readonly converses: boolean;
  /** By sentence, in their order; fewer while it runs. */
  readonly answers: readonly string[];
  readonly seconds: number;
}

export interface TranslationResult {
  readonly reading: "translation";
  readonly seed: number;
  readonly sentences: readonly {
    readonly text: string;
    readonly reference: string;
    readonly into: LanguageCode;
    /** Share of words that are not in the main language, in percent. */
    readonly percent: number;
  }[];
  readonly conditions: readonly TranslatedBy[];
}
