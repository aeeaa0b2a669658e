/**
 * Writes the generated training and test data, one gzipped file of JSON lines each:
 * `node scripts/stories.mjs [--to folder] [--count rows] [file names]`. Default: every file, into training/work/stories/.
 */
import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { createServer } from "vite";

const root = new URL("..", import.meta.url).pathname;
const { values, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: `${root}training/work/stories` }, count: { type: "string" } },
});
mkdirSync(values.to, { recursive: true });
const modules = await createServer({
  root,
  server: { middlewareMode: true, ws: false },
  logLevel: "warn",
  appType: "custom",
});
try {
  const { corpusFiles } = await modules.ssrLoadModule("/training/stories/corpus.ts");
  const unknown = only.filter((name) => !corpusFiles.some((file) => file.name === name));
  if (unknown.length > 0) {
    throw new Error(`No file "${unknown.join(", ")}". There are ${corpusFiles.map(({ name }) => name).join(", ")}.`);
  }
  for (const { name, count, rows } of corpusFiles) {
    if (only.length > 0 && !only.includes(name)) continue;
    const begun = performance.now();
    const wanted = Number(values.count ?? count);
    const path = resolve(values.to, `${name}.jsonl.gz`);
    await pipeline(Readable.from(lines(rows(), wanted)), createGzip(), createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
    console.log(`${name}: ${wanted} rows, ${Math.round((performance.now() - begun) / 100) / 10} s`);
  }
} finally {
  await modules.close();
}

/** The first rows as JSON lines, some hundred of them at a time. */
function* lines(rows, count) {
  let block = "";
  let written = 0;
  for (const row of rows) {
    if (written === count) break;
    block += `${JSON.stringify(row)}\n`;
    if (++written % 256 > 0) continue;
    yield block;
    block = "";
  }
  if (block) yield block;
}
