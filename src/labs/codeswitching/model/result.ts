import type { LanguageCode } from "../../../codeswitch/language";
import type { PlannedText } from "../../../codeswitch/model/adherence";
import type { PlacedSpan } from "../../../codeswitch/model/plan";

/** How a text was made: nothing done, asked in words, directions by the plan, or vocabulary by the plan. */
export type WritingCondition = "unsteered" | "instructed" | "directions" | "filters";

/** One text that the model wrote, read against the plan. */
export interface WrittenText {
  readonly condition: WritingCondition;
  readonly reading: PlannedText;
  /** Share of words outside the main language, 0 to 100 (Gambäck and Das 2014). */
  readonly cmi: number;
  /** By word, bits under the model as it wrote: steered where it was, before any filter. Absent in results recorded without it. */
  readonly bits?: readonly number[];
  /** Of what was written behind the prompt, under the model without steering; null where nothing was written. */
  readonly bitsPerByte: number | null;
}

/** What a run of the model generator has computed so far; plain JSON. */
export interface ModelResult {
  readonly source: "model";
  readonly checkpoint: string;
  readonly backend: string;
  readonly prompt: string;
  readonly languages: readonly LanguageCode[];
  readonly spans: readonly PlacedSpan[];
  readonly layer: number;
  readonly strength: number;
  /** What the vocabulary filter holds the spans to. */
  readonly filter: "script" | "words";
  readonly texts: readonly WrittenText[];
}
