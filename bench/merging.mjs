/**
 * Merge methods on two checkpoints of 135 million parameters and their base: seconds of processor time here, in NumPy and in
 * PyTorch, on one thread each; then one row of a search over layer swaps of the embedded family, scored with and without the
 * streams that its merges share. Prints one table and writes bench/merging.json. Needs a Python with numpy and torch:
 * `PYTHON=path/to/python node bench/merging.mjs`.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { openModules } from "../scripts/modules.mjs";

const root = new URL("..", import.meta.url).pathname;
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
const even = { sources: [{}, { weight: 0.5 }, { weight: 0.5 }] };
const cases = {
  linear: { tensor: { normalize: true }, sources: [{ weight: 0.5 }, { weight: 0.5 }] },
  slerp: { tensor: { t: 0.5 }, sources: [{}, {}] },
  task_arithmetic: { tensor: { normalize: false, lambda: 1 }, ...even },
  ties: {
    tensor: { normalize: true, lambda: 1, rescale: false },
    sources: [{}, { weight: 1, density: 0.5 }, { weight: 1, density: 0.5 }],
  },
  model_stock: { tensor: { filter_wise: false }, sources: [{}, {}, {}] },
};

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
      for (const shape of shapes) {
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
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    peakMegabytes: { lab: Math.round(peak / 2 ** 20), python: Math.round(pythonPeak) },
    rows,
    search,
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
} finally {
  await modules.close();
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
