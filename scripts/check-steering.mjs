/**
 * Steers the embedded base in the lab, saves the direction as JSON and has `steer.py` do the same with `transformers`: the tokens must be
 * the lab's. `node scripts/check-steering.mjs PYTHON` (a Python with torch and transformers).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const checkpoint = `${root}public/models/polyglot-base`;
const [prompt, tokens] = ["The old woman", 16];
const settings = [
  { strength: 1.5, layer: 2 },
  { strength: 1, layer: 4, span: "prompt" },
  { strength: 1, layer: 3, span: "generation" },
  { strength: 0, layer: 5, operation: "ablate" },
  { strength: 1, layer: 3, operation: "project" },
];
const modules = await openModules();
try {
  const { createLocalEngine } = await modules.ssrLoadModule("/src/engine/local.ts");
  const { filesOf } = await modules.ssrLoadModule("/src/checkpoints/node-files.ts");
  const { defaults } = await modules.ssrLoadModule("/src/experiments/documents/steering.ts");
  const { run } = await modules.ssrLoadModule("/src/labs/steering/run.ts");
  const { jsonOf } = await modules.ssrLoadModule("/src/labs/steering/vector-file.ts");
  const engine = createLocalEngine();
  const model = await engine.load(await filesOf(checkpoint));
  engine.load = () => Promise.resolve(model);
  const tools = { engine, signal: new AbortController().signal, onProgress: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "steering-"));
  for (const setting of settings) {
    let result;
    for await (const next of run({ ...defaults, prompts: prompt, maxNewTokens: tokens, ...setting }, tools))
      result = next;
    const vector = join(folder, "vector.json");
    writeFileSync(vector, jsonOf(result));
    const written = result.comparisons[0].rows.slice(0, 2).map(({ continuation }) => idsOf(continuation));
    const told = steered(vector, setting);
    const same = JSON.stringify(written) === JSON.stringify([told.unsteered, told.steered]);
    process.stdout.write(`${JSON.stringify(setting)}: ${same ? "the same tokens" : "other tokens"}\n`);
    if (!same) {
      process.stdout.write(
        `  lab    ${JSON.stringify(written)}\n  script ${JSON.stringify([told.unsteered, told.steered])}\n`,
      );
      process.exitCode = 1;
    }
  }
  await engine.close();
} finally {
  await modules.close();
}

function idsOf({ pieces }) {
  return pieces.flatMap(({ ids }) => ids);
}

function steered(vector, { strength, operation = "add", span = "both" }) {
  const given = { model: checkpoint, vector, prompt, tokens, strength, operation, span };
  const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]);
  // The lab names files of one's own by their hash, not by their folder.
  const { stdout, status } = spawnSync(
    process.argv[2] ?? "python",
    [`${root}scripts/steer.py`, ...flags, "--force", "--json"],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`steer.py ended with ${status}.`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}
