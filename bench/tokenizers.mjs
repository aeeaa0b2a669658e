/**
 * Megabytes of text a second: each tokenizer family of the lab, with exact spans, beside gpt-tokenizer, js-tiktoken and the library of
 * transformers.js (ids only) on the same vocabularies and texts, Latin and Devanagari, each the best of some rounds in one process; the
 * ratio is that of our speed with spans to the fastest of theirs; and how long twelve tokenizers at once take for a text of 10,000
 * characters, as after a key is pressed. Prints the tables and writes bench/tokenizers.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Tokenizer } from "@huggingface/tokenizers";
import { encode as gptTokenizer } from "gpt-tokenizer/encoding/cl100k_base";
import { Tiktoken } from "js-tiktoken/lite";
import tiktokenRanks from "js-tiktoken/ranks/cl100k_base";
import { openModules } from "../scripts/modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = 3;
const modules = await openModules();
try {
  const { createEncoder } = await modules.ssrLoadModule("/src/tokenization/hf-encoder.ts");
  const { loadRankEncoder } = await modules.ssrLoadModule("/src/tokenization/rank-encoder.ts");
  const { createByteEncoder } = await modules.ssrLoadModule("/src/tokenization/byte-encoder.ts");
  const { createCodePointEncoder, createGraphemeEncoder } = await modules.ssrLoadModule(
    "/src/tokenization/character-encoder.ts",
  );
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
  const encoderOf = (tokenizer, name) => {
    const made = createEncoder({ tokenizer, config: {} }, name);
    if (!made.ok) throw new Error(made.problem.what);
    return made.value;
  };
  const cl100k = await loadRankEncoder("cl100k");
  const tiktoken = new Tiktoken(tiktokenRanks);
  const cases = {
    "cl100k, spans": (text) => cl100k.encode(text).length,
    "cl100k, gpt-tokenizer, ids": (text) => gptTokenizer(text).length,
    "cl100k, js-tiktoken, ids": (text) => tiktoken.encode(text).length,
  };
  for (const [name, tokenizer] of Object.entries(families)) {
    const encoder = encoderOf(tokenizer, name);
    const library = new Tokenizer(tokenizer, {});
    cases[`${name}, spans`] = (text) => encoder.encode(text).length;
    cases[`${name}, transformers.js’s library, ids`] = (text) => library.encode(text).ids.length;
  }
  const twelve = [
    ...Object.entries(families).map(([name, tokenizer]) => encoderOf(tokenizer, name)),
    ...["polyglot-de", "polyglot-hi"].map((name) => encoderOf(filesOf(`public/models/${name}/tokenizer.json`), name)),
    cl100k,
    await loadRankEncoder("r50k"),
    await loadRankEncoder("o200k"),
    createByteEncoder(),
    createCodePointEncoder(),
    createGraphemeEncoder(),
  ];
  const tenThousand = texts.Latin.slice(0, 5000) + texts.Devanagari.slice(0, 5000);
  const took = Array.from({ length: rounds + 1 }, () => {
    const before = process.cpuUsage();
    for (const encoder of twelve) encoder.encode(tenThousand);
    const { user, system } = process.cpuUsage(before);
    return Math.round((user + system) / 1e3);
  });
  const twelveAtOnce = {
    tokenizers: twelve.length,
    characters: Array.from(tenThousand).length,
    firstMilliseconds: took[0],
    milliseconds: Math.min(...took.slice(1)),
  };
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
  const ratios = [];
  for (const ours of results.filter(({ name }) => name.endsWith(", spans"))) {
    const family = ours.name.replace(/spans$/, "");
    const theirs = results.filter((one) => one !== ours && one.script === ours.script && one.name.startsWith(family));
    const fastest = Math.max(...theirs.map(({ megabytesPerSecond }) => megabytesPerSecond));
    ratios.push({
      family: family.slice(0, -2),
      script: ours.script,
      ratio: Number((ours.megabytesPerSecond / fastest).toPrecision(3)),
    });
  }
  console.table(results);
  console.table(ratios);
  console.table([twelveAtOnce]);
  const report = {
    on: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model,
    node: process.version,
    results,
    ratios,
    twelveAtOnce,
  };
  writeFileSync(`${root}bench/tokenizers.json`, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await modules.close();
}
