import type { Document } from "../../experiments/documents/codeswitching";
import type { RunTools } from "../lab";
import type { CodeSwitchingResult } from "./result";
import { sourceOf } from "./sources";

/** Switched text from the document's source, then read as the document asks. */
export async function* run(document: Document, tools: RunTools): AsyncGenerator<CodeSwitchingResult, void> {
  let made: CodeSwitchingResult | undefined;
  for await (const result of sourceOf(document).run(document, tools)) {
    made = result;
    yield result;
  }
  if (made === undefined || document.readings.chosen.length === 0) return;
  const { runReadings } = await import("./readings/run");
  yield* runReadings(made, document, tools);
}
