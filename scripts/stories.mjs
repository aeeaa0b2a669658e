/**
 * Writes the generated training and test data, one gzipped file of JSON lines each:
 * `node scripts/stories.mjs [--to folder] [--count rows] [file names]`. Default: every file, into training/work/stories/.
 *
 * `node scripts/stories.mjs check` judges texts instead: rows of JSON lines in, one finding a row out
 * (training/stories/examine.ts).
 */
import { createWriteStream, mkdirSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { fileURLToPath } from "node:url";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: `${root}training/work/stories` }, count: { type: "string" } },
});
const modules = await openModules();
try {
  await (positionals[0] === "check" ? check() : write(positionals));
} finally {
  await modules.close();
}

async function check() {
  const { examine } = await modules.ssrLoadModule("/training/stories/examine.ts");
  for (const line of (await text(process.stdin)).split("\n")) {
    if (line) process.stdout.write(`${JSON.stringify(examine(JSON.parse(line)))}\n`);
  }
}

async function write(only) {
  const { corpusFiles } = await modules.ssrLoadModule("/training/stories/corpus.ts");
  const unknown = only.filter((name) => !corpusFiles.some((file) => file.name === name));
  if (unknown.length > 0) {
    throw new Error(`No file "${unknown.join(", ")}". There are ${corpusFiles.map(({ name }) => name).join(", ")}.`);
  }
  mkdirSync(values.to, { recursive: true });
  for (const { name, count, rows } of corpusFiles) {
    if (only.length > 0 && !only.includes(name)) continue;
    const begun = performance.now();
    const progress = { rows: 0 };
    const path = resolve(values.to, `${name}.jsonl.gz`);
    const lines = Readable.from(blocks(rows(), Number(values.count ?? count), progress));
    await pipeline(lines, createGzip(), createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
    console.log(`${name}: ${progress.rows} rows, ${Math.round((performance.now() - begun) / 100) / 10} s`);
  }
}

/** The first rows as JSON lines, some hundred of them at a time. */
function* blocks(rows, count, progress) {
  let block = "";
  for (const row of rows) {
    if (progress.rows === count) break;
    block += `${JSON.stringify(row)}\n`;
    if (++progress.rows % 256 > 0) continue;
    yield block;
    block = "";
  }
  if (block) yield block;
}
