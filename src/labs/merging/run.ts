import type { Document } from "../../experiments/documents/merging";
import type { RunTools } from "../lab";
import type { MergingResult } from "./result";

/** Each is fetched when it is first run. */
const tasks = {
  merge: async () => (await import("./compare-run")).compare,
  look: async () => (await import("./look-run")).look,
  search: async () => (await import("./search-run")).search,
  take: async () => (await import("./take-run")).take,
} as const;

/** Does what the document's task says. */
export async function* run(document: Document, tools: RunTools): AsyncGenerator<MergingResult, void> {
  const task = await tasks[document.task]();
  yield* task(document, tools);
}
