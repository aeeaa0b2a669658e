import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Package {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** `virtual:licences`: name, version, licence and its text of every package that the lab depends on at run time, found in node_modules. */
export function licences(root: string): Plugin {
  const id = "virtual:licences";
  return {
    name: "licences",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(loaded) {
      if (loaded !== `\0${id}`) return null;
      return `export const licences = ${JSON.stringify(licencesOf(root))};`;
    },
  };
}

function licencesOf(root: string) {
  const own = read(join(root, "package.json"));
  const found = new Map<string, string>();
  const waiting = Object.keys(own.dependencies ?? {});
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const folder = join(root, "node_modules", name);
    if (found.has(name) || !existsSync(join(folder, "package.json"))) continue;
    found.set(name, folder);
    waiting.push(...Object.keys(read(join(folder, "package.json")).dependencies ?? {}));
  }
  return [...found.values()]
    .map((folder) => {
      const { name = "", version = "", license = "" } = read(join(folder, "package.json"));
      return { name, version, licence: license, text: textOf(folder) };
    })
    .filter(({ name }) => name !== "empty-npm-package")
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function read(path: string): Package {
  return JSON.parse(readFileSync(path, "utf8")) as Package;
}

function textOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file ? readFileSync(join(folder, file), "utf8").trim() : "";
}
