import type { Document } from "../../experiments/documents/merging";
import type { RunTools } from "../lab";
import { compare } from "./compare-run";
import { look } from "./look-run";
import type { MergingResult } from "./result";
import { search } from "./search-run";
import { take } from "./take-run";

const tasks = { merge: compare, look, search, take } as const;

/** Does what the document's task says. */
export function run(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  return tasks[document.task](document, tools);
}
