import type { Document } from "../../experiments/documents/tokenizers";
import type { RunTools } from "../lab";
import type { TokenizersResult } from "./result";

/** Each is fetched when it is first run. */
const tasks = {
  compare: async () => (await import("./run")).run,
  change: async () => (await import("./vocabulary/run")).change,
  train: async () => (await import("./vocabulary/train-run")).trainRun,
  "half-word": async () => (await import("./half-word/run")).halfWord,
  romanise: async () => (await import("./romanise/run")).romaniseRun,
  "one-or-five": async () => (await import("./one-or-five/run")).oneOrFive,
  "why-tokenize": async () => (await import("./why-tokenize/run")).whyTokenize,
} as const;

/** Does what the document's task says. */
export async function* runTask(document: Document, tools: RunTools): AsyncGenerator<TokenizersResult, void> {
  const task = await tasks[document.task]();
  yield* task(document, tools);
}
