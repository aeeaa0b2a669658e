import type { ComponentType } from "react";
import type { Document } from "../../../experiments/documents/codeswitching";
import type { PanelProps, RunTools } from "../../lab";
import type { ReadSentence } from "./sentences";
import type { OrderResult } from "./order/result";
import type { SurprisalResult } from "./surprisal/result";
import type { TokenizersReadingResult } from "./tokenizers/result";
import type { TranslationResult } from "./translation/result";
import type { TransliterationResult } from "./transliteration/result";
import type { VariantsResult } from "./variants/result";

/** What any reading has found so far; plain JSON. */
export type ReadingResult =
  | TranslationResult
  | SurprisalResult
  | TokenizersReadingResult
  | VariantsResult
  | OrderResult
  | TransliterationResult;

/** One thing to do with switched sentences, whatever made them. A new one is a folder beside these and a line in `index.ts`. */
export interface Reading {
  readonly id: Document["readings"]["chosen"][number];
  /** A few words, for the choice. */
  readonly name: string;
  readonly rule: string;
  readonly reference: string;
  /** Whether it runs the models that are chosen. */
  readonly asksModels: boolean;
  readonly Controls?: ComponentType<PanelProps<Document>>;
  run(sentences: readonly ReadSentence[], document: Document, tools: RunTools): AsyncGenerator<ReadingResult, void>;
}
