/** Checks the size budget of the built lab: the first view's script, and what each lab adds to it, gzipped. */
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const firstViewBudget = 180_000;
const labBudget = 60_000;

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** A chunk and all that it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const gzipped = (key) => gzipSync(readFileSync(new URL(manifest[key].file, dist))).length;
const total = (keys) =>
  [...keys].filter((key) => manifest[key].file.endsWith(".js")).reduce((sum, key) => sum + gzipped(key), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const firstView = closure(entry);
const rows = [["first view", total(firstView), firstViewBudget]];
for (const key of Object.keys(manifest)) {
  const lab = /^src\/labs\/(\w+)\/index\.tsx?$/.exec(key)?.[1];
  if (lab) rows.push([`${lab} lab`, total([...closure(key)].filter((part) => !firstView.has(part))), labBudget]);
}

let failed = rows.length < 6 || !existsSync(new URL("index.html", dist));
if (failed) console.error("The build lacks a lab: five were expected in the manifest.");
for (const [name, bytes, budget] of rows) {
  const over = bytes > budget;
  failed ||= over;
  console.log(
    `${name.padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(7)} kB of ${budget / 1000} kB${over ? "  OVER" : ""}`,
  );
}
process.exit(failed ? 1 : 0);
