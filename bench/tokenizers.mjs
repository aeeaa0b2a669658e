/**
 * Megabytes of text a second: each tokenizer family of the lab, with exact spans, beside gpt-tokenizer (ids only) and the library
 * of transformers.js (ids only) on the same vocabularies and texts, Latin and Devanagari, each the best of some rounds in one
 * process. Prints one table and writes bench/tokenizers.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Tokenizer } from "@huggingface/tokenizers";
import { encode as gptTokenizer } from "gpt-tokenizer/encoding/cl100k_base";
import { openModules } from "../scripts/modules.mjs";

const root = new URL("..", import.meta.url).pathname;
const rounds = 3;
const modules = await openModules();
try {
  const { createEncoder } = await modules.ssrLoadModule("/src/tokenization/hf-encoder.ts");
  const { loadRankEncoder } = await modules.ssrLoadModule("/src/tokenization/rank-encoder.ts");
  const { loadStories } = await modules.ssrLoadModule("/src/data/stories.ts");
  const stories = await loadStories();
  const told = (language) =>
    stories
      .flatMap(({ texts }) => texts[language].map(({ text }) => text))
      .join("\n")
      .slice(0, 100_000);
  const texts = { Latin: told("en"), Devanagari: told("hi") };
  const filesOf = (path) => JSON.parse(readFileSync(`${root}${path}`, "utf8"));
  const polyglot = filesOf("public/models/polyglot-base/tokenizer.json");
  const families = {
    "polyglot, byte-level BPE": polyglot,
    "byte-fallback BPE": filesOf("src/tokenization/fixtures/byte-fallback.golden.json").tokenizer,
    Unigram: filesOf("src/tokenization/fixtures/unigram.golden.json").tokenizer,
    WordPiece: filesOf("src/tokenization/fixtures/word-piece.golden.json").tokenizer,
  };
  const cl100k = await loadRankEncoder("cl100k");
  const cases = {
    "cl100k, spans": (text) => cl100k.encode(text).length,
    "cl100k, gpt-tokenizer, ids": (text) => gptTokenizer(text).length,
  };
  for (const [name, tokenizer] of Object.entries(families)) {
    const made = createEncoder({ tokenizer, config: {} }, name);
    if (!made.ok) throw new Error(made.problem.what);
    const library = new Tokenizer(tokenizer, {});
    cases[`${name}, spans`] = (text) => made.value.encode(text).length;
    cases[`${name}, transformers.js’s library, ids`] = (text) => library.encode(text).ids.length;
  }
  const results = [];
  for (const [name, count] of Object.entries(cases)) {
    for (const [script, text] of Object.entries(texts)) {
      const bytes = Buffer.byteLength(text);
      let best = Infinity;
      let tokens = 0;
      for (let round = 0; round < rounds; round++) {
        const before = process.cpuUsage();
        tokens = count(text);
        const { user, system } = process.cpuUsage(before);
        best = Math.min(best, (user + system) / 1e6);
      }
      results.push({ name, script, tokens, megabytesPerSecond: Number((bytes / 1e6 / best).toPrecision(3)) });
    }
  }
  console.table(results);
  const report = { on: new Date().toISOString().slice(0, 10), cpu: cpus()[0]?.model, node: process.version, results };
  writeFileSync(`${root}bench/tokenizers.json`, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await modules.close();
}
