import type { Document } from "../../experiments/documents/steering";
import type { RunTools } from "../lab";
import type { AnyResult } from "./any-result";

/** Each is fetched when it is first run. */
const tasks = {
  direction: async () => (await import("./run")).run,
  composition: async () => (await import("./composition/run")).runComposition,
  maps: async () => (await import("./maps/run")).runMaps,
  neurons: async () => (await import("./neurons/run")).runNeurons,
  values: async () => (await import("./values/run")).runValues,
  head: async () => (await import("./head/run")).runHead,
  reinjection: async () => (await import("./reinjection/run")).runReinjection,
  mixing: async () => (await import("./mixing/run")).runMixing,
  views: async () => (await import("./views/run")).runViews,
} as const;

/** Does what the document's task says. */
export async function* run(document: Document, tools: RunTools): AsyncGenerator<AnyResult, void> {
  const task = await tasks[document.task]();
  yield* task(document, tools);
}
