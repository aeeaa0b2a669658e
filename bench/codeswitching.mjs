/**
 * Measures the code-switching generators in Node and writes bench/codeswitching.json: sentences a second of a corpus of the parallel
 * stories, lattices counted and enumerated a second, words a second whose language is told, and a pair aligned by IBM Model 1.
 * Each is the best of some rounds in processor seconds of one process.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { openModules } from "../scripts/modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = 3;
const modules = await openModules();
try {
  const load = (path) => modules.ssrLoadModule(`/src/${path}.ts`);
  const { run } = await load("labs/codeswitching/run");
  const { defaults } = await load("experiments/documents/codeswitching");
  const { shownSentences } = await load("labs/codeswitching/shown");
  const { sentencePairs } = await load("codeswitch/pairs/index");
  const { readPair } = await load("codeswitch/read-pair");
  const { equivalenceLattice } = await load("codeswitch/generate/equivalence-lattice");
  const { countPaths } = await load("codeswitch/lattice/weights");
  const { enumeratePaths } = await load("codeswitch/lattice/enumerate");
  const { readModel } = await load("codeswitch/word-language/model");
  const { tagWords } = await load("codeswitch/word-language/tag");
  const { proposeAlignment } = await load("codeswitch/aligner/propose");
  const { parallelSentences } = await load("data/parallel");

  const tools = { signal: new AbortController().signal, onProgress: () => undefined };
  async function corpus(languages) {
    let last;
    for await (const result of run({ ...defaults, source: "corpus", languages, targets: [30], size: 1000 }, tools)) {
      last = result;
    }
    return shownSentences(last).length;
  }
  const trees = sentencePairs.map((pair) => readPair(pair).value);
  const small = trees.filter((pair) => countPaths(equivalenceLattice(pair, "equivalence", 0)) <= 5000n);
  const table = readFileSync(`${root}public/data/word-languages.bin`);
  const words = readModel(new Uint8Array(table).buffer).value;
  const mixed = parallelSentences.en.flatMap((sentence, i) => `${sentence} ${parallelSentences.de[i]}`.split(" "));
  const parallel = parallelSentences.en.map((sentence, i) => [sentence.split(" "), parallelSentences.de[i].split(" ")]);
  const cases = {
    "sentences of a corpus, English and Spanish": () => corpus(["en", "es"]),
    "sentences of a corpus, English and Hindi": () => corpus(["en", "hi"]),
    "lattices counted": () => trees.map((pair) => countPaths(equivalenceLattice(pair, "equivalence", 0))).length,
    "sentences enumerated": () =>
      small.reduce((sum, pair) => sum + enumeratePaths(equivalenceLattice(pair, "equivalence", 0)).length, 0),
    "words told apart, English and German": () => tagWords(mixed, ["en", "de"], words).length,
    "pairs aligned, learnt from forty": () => (proposeAlignment(parallel[0], parallel.slice(1)), 1),
  };
  const results = [];
  for (const [what, work] of Object.entries(cases)) {
    let best = Infinity;
    let count = 0;
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      count = await work();
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / 1e6);
    }
    results.push({ what, count, seconds: Number(best.toPrecision(3)), aSecond: Number((count / best).toPrecision(3)) });
  }
  console.table(results);
  const report = { on: new Date().toISOString().slice(0, 10), cpu: cpus()[0]?.model, node: process.version, results };
  writeFileSync(`${root}bench/codeswitching.json`, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await modules.close();
}
