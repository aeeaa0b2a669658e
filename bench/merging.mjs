/**
 * Merge methods on two checkpoints of 135 million parameters and their base: seconds of processor time here, in NumPy and in
 * PyTorch, on one thread each; one row of a search over layer swaps of the embedded family, scored with and without the streams
 * that its merges share; what is held while a merge is read tensor by tensor; and the time until a layer swap runs in the page.
 * Prints one table and writes bench/merging.json. Needs a Python with numpy and torch: `PYTHON=path/to/python node --expose-gc
 * bench/merging.mjs`.
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
const python = process.env.PYTHON ?? "python3";
const rounds = 3;
const [width, mlp, vocabulary, layers, keys] = [576, 1536, 49152, 30, 192];
const inLayer = [
  [width, width],
  [keys, width],
  [keys, width],
  [width, width],
  [mlp, width],
  [mlp, width],
  [width, mlp],
];
const shapes = [[vocabulary, width], ...Array.from({ length: layers }, () => inLayer).flat()];
const [even, half] = [{ weight: 0.5 }, { density: 0.5 }];
const [two, experts] = [[{}, {}], (own) => [{}, own, own]];
const plain = { normalize: false, lambda: 1 };
const cases = {
  linear: { tensor: { normalize: true }, sources: [even, even] },
  slerp: { tensor: { t: 0.5 }, sources: two },
  nuslerp: { tensor: { nuslerp_flatten: true, nuslerp_row_wise: false }, sources: experts(even) },
  karcher: { tensor: { max_iter: 10, tol: 1e-5 }, sources: two },
  task_arithmetic: { tensor: plain, sources: experts(even) },
  ties: { tensor: { normalize: true, lambda: 1, rescale: false }, sources: experts({ weight: 1, ...half }) },
  dare_linear: { tensor: { ...plain, rescale: true, seed: 1 }, sources: experts({ ...even, ...half }) },
  breadcrumbs: { tensor: plain, sources: experts({ ...even, ...half, gamma: 0.01 }) },
  della_linear: { tensor: { ...plain, rescale: true, seed: 1 }, sources: experts({ ...even, ...half, epsilon: 0.2 }) },
  model_stock: { tensor: { filter_wise: false }, sources: experts({}) },
  sce: { tensor: { select_topk: 1 }, sources: experts({}) },
  nearswap: { tensor: { t: 0.1 }, sources: two },
  widen: { tensor: { t: 1, s: 1 }, sources: experts({}) },
  knowledge_subtraction: { tensor: { scale: 1, lambda: 0.5 }, sources: experts({}) },
  graft: { tensor: half, sources: two },
  source_shielded_magnitude: { tensor: { rho: 0.5 }, sources: two },
  truncated_svd: { tensor: { beta: 0.8 }, sources: two },
};
/** What decomposes matrices is timed on the seven of one layer. */
const inOneLayer = new Set(["truncated_svd"]);

const modules = await openModules();
try {
  const { methodOf } = await modules.ssrLoadModule("/src/merging/methods/index.ts");
  const { uniformAt } = await modules.ssrLoadModule("/src/merging/arithmetic/seeded.ts");
  const largest = [1, 2, 3].map((seed) =>
    Float32Array.from({ length: vocabulary * width }, (_, i) => uniformAt(seed, i) - 0.5),
  );
  const ours = {};
  let peak = 0;
  for (const [name, parameters] of Object.entries(cases)) {
    const tensors = largest.slice(3 - parameters.sources.length);
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const begin = process.cpuUsage();
      for (const shape of inOneLayer.has(name) ? inLayer : shapes) {
        const parts = tensors.map((values) => values.subarray(0, shape[0] * shape[1]));
        methodOf(name).merge(parts, parameters, { name: "model.layers.0.mlp.up_proj.weight", shape });
        peak = Math.max(peak, process.memoryUsage.rss());
      }
      const { user, system } = process.cpuUsage(begin);
      times.push((user + system) / 1e6);
    }
    ours[name] = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  }
  const { stdout, status, stderr } = spawnSync(python, [`${root}bench/merging.py`, String(rounds)], {
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (status !== 0) throw new Error(stderr);
  const { peak_mb: pythonPeak, ...theirs } = JSON.parse(stdout);
  const rows = Object.entries(ours).map(([method, seconds]) => ({ method, seconds, ...theirs[method] }));
  const search = await searchOf(modules);
  const streaming = await streamingOf(modules);
  const swaps = await swapsInPage();
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    load: loadavg()[0],
    peakMegabytes: { lab: Math.round(peak / 2 ** 20), python: Math.round(pythonPeak) },
    rows,
    search,
    streaming,
    swaps,
  };
  writeFileSync(`${root}bench/merging.json`, `${JSON.stringify(results, null, 2)}\n`);
  console.log(
    `A row of ${search.merges} swaps scored on ${search.sentences} sentences: ${search.whole.toFixed(1)} s, with the lower ${search.lowerLayers} layers shared ${search.shared.toFixed(1)} s, ratio ${(search.whole / search.shared).toFixed(2)}`,
  );
  console.table(
    rows.map(({ method, seconds, numpy, pytorch }) => ({
      method,
      "lab s": seconds.toFixed(2),
      "NumPy s": numpy.toFixed(2),
      "PyTorch s": pytorch.toFixed(2),
      "lab / NumPy": (seconds / numpy).toFixed(2),
    })),
  );
  console.log(
    `A merge of 135 million parameters read tensor by tensor held ${streaming.peakTensors.toFixed(2)} of its largest tensors at most`,
  );
  for (const [model, { milliseconds }] of Object.entries(swaps))
    console.log(`Layer swaps of ${model}: ${milliseconds.map((one) => one.toFixed(0)).join(", ")} ms`);
} finally {
  await modules.close();
}

/**
 * The most that is held while an average of two checkpoints is read tensor by tensor, as multiples of its largest tensor in f32:
 * what is in array buffers beyond the two open files, asked after each tensor.
 */
async function streamingOf(modules) {
  const load = (path) => modules.ssrLoadModule(path);
  const { openCheckpoint } = await load("/src/checkpoints/open.ts");
  const { mergeCheckpoint } = await load("/src/checkpoints/virtual.ts");
  const { averageRecipe } = await load("/src/merging/layer-map.ts");
  const { randomCheckpoint, shape135M } = await load("/bench/page/random-checkpoint.ts");
  const parents = new Map();
  for (const [index, name] of ["a", "b"].entries()) {
    parents.set(name, await openCheckpoint(randomCheckpoint(shape135M, index + 1), { embeddedBase: "" }));
  }
  const merged = mergeCheckpoint(averageRecipe("a", "b"), parents).value;
  const held = () => process.memoryUsage().arrayBuffers;
  globalThis.gc?.();
  const before = held();
  let peak = 0;
  const begin = process.cpuUsage();
  for (const name of merged.tensors.keys()) {
    await merged.tensor(name);
    peak = Math.max(peak, held() - before);
  }
  const { user, system } = process.cpuUsage(begin);
  return { peakTensors: peak / (4 * vocabulary * width), seconds: (user + system) / 1e6 };
}

/** Milliseconds until a layer swap of two open models can run, in the page on WASM: the embedded pair, and 135 million parameters. */
async function swapsInPage() {
  const configFile = `${root}bench/vite.config.ts`;
  await build({ configFile, logLevel: "warn" });
  const page = await preview({ configFile, logLevel: "warn", preview: { host: "127.0.0.1", port: 4706 } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const tab = await browser.newPage();
    await tab.goto("http://127.0.0.1:4706/");
    await tab.waitForFunction(() => "swap135M" in window);
    return {
      "polyglot-de and polyglot-hi": await tab.evaluate(() => window.swapEmbedded(5)),
      "135 million parameters": await tab.evaluate(() => window.swap135M(5)),
    };
  } finally {
    await browser.close();
    await page.close();
  }
}

/** Processor seconds of scoring a row of a search: merges that differ in the number of layers from B at the top. */
async function searchOf(modules) {
  const load = (path) => modules.ssrLoadModule(path);
  const { createLocalEngine } = await load("/src/engine/local.ts");
  const { filesOf } = await load("/src/checkpoints/node-files.ts");
  const { parallelSentences } = await load("/src/data/parallel.ts");
  const { planSearch } = await load("/src/labs/merging/search-points.ts");
  const { defaults } = await load("/src/experiments/documents/merging.ts");
  const { renameModels } = await load("/src/merging/origins.ts");
  const engine = createLocalEngine();
  const names = new Map();
  for (const name of ["polyglot-de", "polyglot-hi"]) {
    names.set(name, (await engine.load(await filesOf(`${root}public/models/${name}`))).checkpoint);
  }
  const plan = planSearch(defaults).value;
  const texts = ["de", "hi"].flatMap((language) => parallelSentences[language].slice(0, 20));
  const lowerLayers = plan.lowerLayers(0);
  const merges = [];
  for (const column of plan.columns.keys()) {
    merges.push(await engine.merge(renameModels(plan.recipeAt(0, 1, column), names)));
  }
  const seconds = async (options) => {
    const begin = process.cpuUsage();
    for (const merge of merges) await engine.scoreAll(merge, texts, options);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1e6;
  };
  // Sessions are made by the first text of each, so that runs alone are timed.
  for (const merge of merges) {
    await engine.scoreAll(merge, texts.slice(0, 1));
    await engine.scoreAll(merge, texts.slice(0, 1), { lowerLayers });
  }
  const [whole, shared] = [await seconds({}), await seconds({ lowerLayers })];
  await engine.close();
  return { merges: merges.length, sentences: texts.length, lowerLayers, whole, shared };
}
