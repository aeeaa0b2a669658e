import type { Document } from "../../experiments/documents/codeswitching";
import type { RunTools } from "../lab";
import type { CodeSwitchingResult } from "./result";
import { sourceOf } from "./sources";

/** Switched text from the document's source. */
export function run(
  document: Document,
  tools: Pick<RunTools, "engine" | "signal" | "onProgress">,
): AsyncGenerator<CodeSwitchingResult, void> {
  return sourceOf(document).run(document, tools);
}
