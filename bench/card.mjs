/**
 * Measures the scorecard and writes bench/card.json: seconds of the full card for one embedded checkpoint on WebAssembly,
 * and tokens a second of scoring, in the page and by transformers on the CPU, on the same texts in one run. The second
 * needs a Python with torch and transformers: `PYTHON=path/to/python node bench/card.mjs`.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumFlags, findChromium } from "../scripts/chromium.mjs";
import { openModules } from "../scripts/modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const checkpoint = "polyglot-base";
const rounds = 3;

await build({ root, logLevel: "warn" });
const modules = await openModules();
const server = await preview({ root, logLevel: "warn", preview: { host: "127.0.0.1", port: 4704 } });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const { cardMeasures } = await modules.ssrLoadModule("/src/measures/card/registry.ts");
  const { parallelSentences } = await modules.ssrLoadModule("/src/data/parallel.ts");
  const texts = ["en", "de", "es", "hi", "tr"].flatMap((language) => parallelSentences[language]);
  const tab = await browser.newPage();
  await tab.goto("http://127.0.0.1:4704/?backend=wasm");
  await tab.waitForFunction(() => "babelscope" in window);
  const card = await tab.evaluate(fullCard, [checkpoint, cardMeasures.map(({ id }) => id)]);
  const ours = await tab.evaluate(scoring, [checkpoint, texts, rounds]);
  const theirs = transformers(texts);
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    load: loadavg()[0],
    checkpoint,
    card,
    scoring: { texts: texts.length, ours, transformers: theirs },
  };
  writeFileSync(`${root}bench/card.json`, `${JSON.stringify(results, null, 2)}\n`);
  console.table({
    "full card, s": card.seconds.toFixed(1),
    "numbers on it": card.numbers,
    "scoring, tokens/s": ours.tokensPerSecond.toFixed(0),
    "transformers, tokens/s": theirs?.tokensPerSecond.toFixed(0) ?? "no Python with transformers",
    "load average": results.load.toFixed(1),
  });
} finally {
  await browser.close();
  await server.close();
  await modules.close();
}

/** In the page: every measure at its default size, model opened before. */
async function fullCard([model, measures]) {
  await window.babelscope.load(model, { backend: "wasm" });
  const variants = [{ kind: "checkpoint", name: "", model, weights: "f32" }];
  const begin = performance.now();
  const result = await window.babelscope.run({ lab: "measures", document: { variants, measures } });
  return { seconds: (performance.now() - begin) / 1000, numbers: result.readings[0].readings.length };
}

/** In the page: the best of some rounds over all texts. */
async function scoring([id, texts, rounds]) {
  const model = await window.babelscope.load(id, { backend: "wasm" });
  let best = Infinity;
  let tokens = 0;
  let bits = 0;
  for (let round = 0; round <= rounds; round++) {
    const begin = performance.now();
    const scores = await window.babelscope.scoreAll(model, texts);
    if (round > 0) best = Math.min(best, (performance.now() - begin) / 1000);
    tokens = scores.reduce((sum, score) => sum + score.tokens.length, 0);
    bits = scores.reduce((sum, score) => sum + score.bits, 0);
  }
  return { tokens, bits, tokensPerSecond: tokens / best };
}

function transformers(texts) {
  const python = spawnSync(
    process.env.PYTHON ?? "python3",
    [`${root}bench/score.py`, `${root}public/models/${checkpoint}`],
    {
      input: JSON.stringify({ texts, rounds }),
      encoding: "utf8",
    },
  );
  return python.status === 0 ? JSON.parse(python.stdout) : null;
}
