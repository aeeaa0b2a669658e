/**
 * Computes the recorded experiments anew: every preset of every lab is run in the built lab, in a real browser on
 * WebAssembly, and written to public/presets/{lab}/{id}.json with its date, backend, checkpoints and seconds. Names given
 * as arguments (`steering`, `merging/which-layers`) record only these.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumFlags, findChromium } from "./chromium.mjs";
import { openModules } from "./modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const only = process.argv.slice(2);
const backend = "wasm";

await build({ root, logLevel: "warn" });
const modules = await openModules();
const server = await preview({ root, logLevel: "warn", preview: { host: "127.0.0.1", port: 4703 } });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const { labIds } = await modules.ssrLoadModule("/src/experiments/experiment.ts");
  const { writeRecording } = await modules.ssrLoadModule("/src/experiments/recording.ts");
  for (const lab of labIds) {
    const { presets } = await modules.ssrLoadModule(`/src/labs/${lab}/presets.ts`);
    const { defaults } = await modules.ssrLoadModule(`/src/experiments/documents/${lab}.ts`);
    const folder = `${root}public/presets/${lab}/`;
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) {
      if (!presets.some(({ id }) => file === `${id}.json`)) rmSync(`${folder}${file}`);
    }
    for (const { id, settings } of presets) {
      if (only.length > 0 && !only.includes(lab) && !only.includes(`${lab}/${id}`)) continue;
      const document = { ...defaults, ...settings };
      const { result, seconds, models } = await run({ lab, document });
      const on = new Date().toISOString().slice(0, 10);
      const recorded = { on, backend, checkpoints: checkpointsOf(models), seconds };
      const text = writeRecording({ lab, document }, { result, recorded });
      writeFileSync(`${folder}${id}.json`, compact(text));
      console.log(`${lab}/${id}: ${seconds} s, ${Math.round(text.length / 1000)} kB`);
    }
  }
} finally {
  await browser.close();
  await server.close();
  await modules.close();
}

/** One run in a fresh profile, so that no preset profits from another's caches. */
async function run(experiment) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const models = new Set();
    page.on("request", (request) => {
      const model = /\/models\/([^/]+)\/model\.safetensors$/.exec(request.url())?.[1];
      if (model) models.add(model);
    });
    await page.goto(`http://127.0.0.1:4703/?backend=${backend}`);
    await page.waitForFunction(() => "babelscope" in window);
    const done = await page.evaluate(async (given) => {
      const begun = performance.now();
      const result = await window.babelscope.run(given);
      return { result, seconds: Math.round((performance.now() - begun) / 100) / 10 };
    }, experiment);
    return { ...done, models };
  } finally {
    await context.close();
  }
}

/** The embedded checkpoints whose weights a run fetched, each with their sha256. */
function checkpointsOf(models) {
  const sha256 = (id) =>
    createHash("sha256")
      .update(readFileSync(`${root}public/models/${id}/model.safetensors`))
      .digest("hex");
  return Object.fromEntries([...models].toSorted((a, b) => (a < b ? -1 : 1)).map((id) => [id, sha256(id)]));
}

/** One line: recordings are fetched, not read. */
function compact(text) {
  return `${JSON.stringify(JSON.parse(text))}\n`;
}
