import { relative } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { firstPresets } from "../src/app/first-presets.ts";
import { type LabId, labIds } from "../src/experiments/experiment.ts";

/**
 * Writes into the built page, for each lab, the files that it opens with, and a script that asks for those of the lab in the address
 * and for the recording of its preset at once, behind the page's own script: they are known otherwise only when that has come and run.
 */
export function ahead(root: string): Plugin {
  return {
    name: "ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const start = chunks.find(({ isEntry }) => isEntry);
        if (!start) throw new Error("The build has no entry to fetch ahead of.");
        const known = closureOf(start, chunks);
        const files = Object.fromEntries(
          labIds.map((lab) => {
            const entry = chunks.find(
              ({ facadeModuleId }) => facadeModuleId !== null && isLab(root, facadeModuleId, lab),
            );
            if (!entry) throw new Error(`The build has no file for the lab "${lab}".`);
            return [lab, [...closureOf(entry, chunks)].filter((file) => !known.has(file))];
          }),
        );
        const script = `(${fetchAhead.toString()})(${JSON.stringify(files)}, ${JSON.stringify(firstPresets)});`;
        return html.replace("</head>", (found) => `  <script>${script}</script>\n  ${found}`);
      },
    },
  };
}

function isLab(root: string, module: string, lab: LabId): boolean {
  return relative(root, module).replaceAll("\\", "/") === `src/labs/${lab}/index.ts`;
}

/** A chunk, all that it imports at once, and their styles. */
function closureOf(entry: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const files = new Set<string>();
  const waiting = [entry];
  for (let chunk = waiting.pop(); chunk; chunk = waiting.pop()) {
    if (files.has(chunk.fileName)) continue;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    waiting.push(...chunk.imports.flatMap((name) => chunks.find(({ fileName }) => fileName === name) ?? []));
  }
  return files;
}

/** Runs in the page, by itself. What is asked for here is what `fetchAhead` and the lab's import ask for later, in the same way. */
function fetchAhead(files: Record<string, string[]>, presets: Record<string, string>): void {
  const [, lab = "", query, preset] = /^#\/(\w+)(\?(?:preset=([\w-]{1,64})$)?)?/.exec(location.hash) ?? [];
  if (!Object.hasOwn(files, lab)) return;
  const ask = (href: string, rel: string, as: string) => {
    const link = document.createElement("link");
    Object.assign(link, { rel, as, href, crossOrigin: "", fetchPriority: "low" });
    document.head.append(link);
  };
  for (const file of files[lab]!) {
    if (file.endsWith(".js")) ask(file, "modulepreload", "script");
    else ask(file, "preload", "style");
  }
  const shown = query === undefined ? presets[lab] : preset;
  if (shown !== undefined) ask(`presets/${lab}/${shown}.json`, "preload", "fetch");
}
