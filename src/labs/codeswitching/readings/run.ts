import type { Document } from "../../../experiments/documents/codeswitching";
import { LabError } from "../../../result";
import type { RunTools } from "../../lab";
import type { CodeSwitchingResult } from "../result";
import { readings } from ".";
import type { ReadingResult } from "./reading";
import { sentencesToRead } from "./sentences";

/** Reads the sentences of a finished result in every way the document chooses; the result grows by what each finds. */
export async function* runReadings(
  made: CodeSwitchingResult,
  document: Document,
  tools: RunTools,
): AsyncGenerator<CodeSwitchingResult, void> {
  const sentences = sentencesToRead(made, document);
  if (sentences.length === 0) throw new LabError(nothingToRead);
  const done: ReadingResult[] = [];
  for (const reading of readings.filter(({ id }) => document.readings.chosen.includes(id))) {
    let last: ReadingResult | undefined;
    for await (const found of reading.run(sentences, document, tools)) {
      last = found;
      yield { ...made, readings: [...done, found] };
    }
    if (last !== undefined) done.push(last);
  }
}

const nothingToRead = {
  code: "input-invalid",
  what: "There are no switched sentences, so there is nothing to read.",
  remedy: "Change what is asked until sentences come out, or choose no reading.",
} as const;
