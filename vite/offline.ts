import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Kept once they have been used, as the faces of Han are many. */
const many = /\.(wasm|md)$|^assets\/(han|noto-sans-jp|noto-sans-sc)-/;

/** Files over this size, in bytes, are kept once they have been used: other tokenizers' ranks, the runtime. */
const largest = 600_000;

/**
 * Writes `sw.js` into the build: the service worker with the list of the shell's files, the digests of the models' files, and a hash
 * of all the files of each.
 */
export function offline(root: string): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const names = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll("\\", "/"),
        )
        .filter((name) => name !== "sw.js" && !name.startsWith(".vite/"))
        .toSorted();
      const models = names.filter((name) => name.startsWith("models/"));
      const shell = names.filter((name) => !name.startsWith("models/"));
      const small = shell.filter((name) => !many.test(name) && readFileSync(join(folder, name)).length <= largest);
      const text = readFileSync(join(root, "vite/service-worker.js"), "utf8")
        .replace('["FILES"]', JSON.stringify(small))
        .replace(
          '{ DIGESTS: "" }',
          JSON.stringify(Object.fromEntries(models.map((name) => [name, digestOf(folder, name)]))),
        )
        .replace("VERSION", hashOf(folder, shell))
        .replace("MODELS", hashOf(folder, models));
      writeFileSync(join(folder, "sw.js"), text);
    },
  };
}

function digestOf(folder: string, name: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, name)))
    .digest("hex");
}

function hashOf(folder: string, names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 16);
}
