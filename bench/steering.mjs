/**
 * Measures steering in the page on WebAssembly and writes bench/steering.json: tokens a second plain, with 1 and with all
 * layers steered, and with all layers captured; a sweep of 8 strengths as one batch against 8 runs; activations of 500
 * sentences at all layers; a sweep of 12 strengths at 9 settings; and two models mixed, their prefixes kept.
 * Each is measured by the clock and by the processor time of the page's process, which says more on a machine that does something
 * else; its load is written down. Ratios are of one run.
 */
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
const server = await preview({ root, logLevel: "warn", preview: { host: "127.0.0.1", port: 4705 } });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const { parallelSentences } = await modules.ssrLoadModule("/src/data/parallel.ts");
  const sentences = Object.values(parallelSentences).flat();
  const texts = Array.from({ length: 500 }, (_, i) => sentences[i % sentences.length]);
  const tab = await browser.newPage();
  await tab.goto("http://127.0.0.1:4705/?backend=wasm");
  await tab.waitForFunction(() => "babelscope" in window);
  await exposeProcessorTime(tab);
  const measured = await tab.evaluate(timed, { id: checkpoint, other: "polyglot-de", texts, rounds });
  const by = (kind) => Object.fromEntries(Object.entries(measured).map(([name, times]) => [name, times[kind]]));
  const [seconds, processorSeconds] = [by("clock"), by("processor")];
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    load: loadavg()[0],
    checkpoint,
    seconds,
    processorSeconds,
    ratios: ratiosOf(seconds),
    processorRatios: ratiosOf(processorSeconds),
  };
  writeFileSync(`${root}bench/steering.json`, `${JSON.stringify(results, null, 2)}\n`);
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([name, { clock, processor }]) => [
        name,
        { clock: clock.toFixed(2), processor: processor.toFixed(2) },
      ]),
    ),
  );
  console.table(
    Object.fromEntries(
      Object.entries(results.ratios).map(([name, clock]) => [
        name,
        { clock: clock.toFixed(2), processor: results.processorRatios[name].toFixed(2) },
      ]),
    ),
  );
} finally {
  await browser.close();
  await server.close();
  await modules.close();
}

function ratiosOf(seconds) {
  return {
    "1 layer steered / plain": seconds.oneLayer / seconds.plain,
    "all layers steered / plain": seconds.allLayers / seconds.plain,
    "all layers captured / plain": seconds.captured / seconds.read,
    "8 runs / one batch of 8": seconds.eightRuns / seconds.batchOfEight,
    "two models mixed / one plus the other": seconds.mixed / (2 * seconds.plain),
  };
}

/** Gives the page `processorTime()`: seconds that all threads of its process have run. */
async function exposeProcessorTime(tab) {
  const session = await browser.newBrowserCDPSession();
  await tab.exposeFunction("processorTime", async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  });
}

/** In the page: the best of some rounds of each, in seconds by the clock and of the processor, after one that warms up. */
async function timed({ id, other, texts, rounds }) {
  const lab = window.babelscope;
  const model = await lab.load(id, { backend: "wasm" });
  const second = await lab.load(other, { backend: "wasm" });
  const { layers, width } = model.geometry;
  const prompt = "In the morning the children";
  const [few, many] = [24, 48];
  const push = (layer, strength = 1) => ({
    kind: "add",
    layer,
    vector: new Float32Array(width).fill(width ** -0.5),
    strength,
  });
  const write = (interventions, maxNewTokens) =>
    lab.generate(model, prompt, { interventions, maxNewTokens, stopAtEnd: false });
  const hooks = Array.from({ length: layers }, (_, layer) => `blocks.${layer}.hook_resid_post`);
  const everyLayer = hooks.map((_, layer) => push(layer, 0.1));
  const variants = Array.from({ length: 8 }, (_, i) => [push(2, i / 4)]);
  const ids = (await lab.generate(model, prompt, { maxNewTokens: 128, stopAtEnd: false })).ids;

  async function best(task) {
    const least = { clock: Infinity, processor: Infinity };
    for (let round = 0; round <= rounds; round++) {
      const { clock, processor } = await once(task);
      if (round === 0) continue;
      least.clock = Math.min(least.clock, clock);
      least.processor = Math.min(least.processor, processor);
    }
    return least;
  }

  async function once(task) {
    const ran = await window.processorTime();
    const begin = performance.now();
    await task();
    const clock = (performance.now() - begin) / 1000;
    return { clock, processor: (await window.processorTime()) - ran };
  }
  return {
    plain: await best(() => write([], many)),
    oneLayer: await best(() => write([push(2)], many)),
    allLayers: await best(() => write(everyLayer, many)),
    read: await best(() => lab.logits(model, ids)),
    captured: await best(() => lab.logits(model, ids, { hooks })),
    batchOfEight: await best(() => lab.generateBatch(model, prompt, variants, { maxNewTokens: few, stopAtEnd: false })),
    eightRuns: await best(async () => {
      for (const interventions of variants) await write(interventions, few);
    }),
    activationsOf500: await best(() => lab.captureResidual(model, texts)),
    mixed: await best(() =>
      lab.mix(
        [model, second],
        {
          mixer: "average",
          unit: "tokens",
          prompt,
          before: [],
          parameters: {},
          materials: {},
          sampling: { maxNewTokens: many, stopAtEnd: false },
        },
        { onEvent: () => undefined },
      ),
    ),
    sweepOf12By9: await once(sweep),
  };

  /** Twelve strengths in one batch at each of nine settings (layers, then the first again), as the lab does it. */
  async function sweep() {
    const strengths = Array.from({ length: 12 }, (_, i) => i / 4);
    for (let row = 0; row < 9; row++) {
      const rows = strengths.map((strength) => [push(row % layers, strength)]);
      const options = { maxNewTokens: few, stopAtEnd: false, steerable: hooks.map((_, layer) => layer) };
      const written = await lab.generateBatch(model, prompt, rows, options);
      await lab.scoreAll(
        model,
        written.map(({ text }) => prompt + text),
      );
    }
  }
}
