import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Rolldown } from "vite";

/**
 * What the page begins with is one file, and what a lab opens with one for each set of labs that share it: by default it is one for
 * each set of places in all the labs' code, thirty files a lab, most of them under a kilobyte. What a module imports is shared by as
 * many labs at least, so that no two files import each other.
 */
export function codeSplitting(root: string): Rolldown.CodeSplittingOptions {
  let openings: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    groups: [
      { name: "first", tags: ["$initial"], priority: 1 },
      {
        debugName: "what labs open with",
        name(id, context) {
          openings ??= openingsOf(root, context);
          return openings.get(id)?.join("-");
        },
        includeDependenciesRecursively: false,
      },
    ],
  };
}

/** The labs that open with a module: whose entry imports it, at once or through others. */
function openingsOf(root: string, context: Rolldown.ChunkingContext): ReadonlyMap<string, readonly string[]> {
  const openings = new Map<string, string[]>();
  const folder = join(root, "src/labs");
  for (const lab of readdirSync(folder)) {
    const entry = join(folder, lab, "index.ts");
    const waiting = existsSync(entry) ? [entry] : [];
    const seen = new Set(waiting);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id !== entry) openings.set(id, [...(openings.get(id) ?? []), lab]);
      for (const next of context.getModuleInfo(id)?.importedIds ?? []) {
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
  }
  return openings;
}
