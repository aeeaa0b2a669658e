/**
 * Measures the lab and transformers.js in one page and writes bench/results.json. Every number is of this run on this
 * machine: compare the columns of a row, not rows of different machines. `--quick` leaves out the large checkpoint.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumFlags, findChromium } from "../scripts/chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const quick = process.argv.includes("--quick");

await build({ root, logLevel: "warn" });
await build({ configFile: `${root}bench/vite.config.ts`, logLevel: "warn" });
const lab = await preview({ root, logLevel: "warn", preview: { host: "127.0.0.1", port: 4701 } });
const page = await preview({
  configFile: `${root}bench/vite.config.ts`,
  logLevel: "warn",
  preview: { host: "127.0.0.1", port: 4702 },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    browser: `Chromium ${browser.version()}`,
    coldOpen: await coldOpen(),
    rows: [],
  };
  // Checkpoint, backend, new tokens, rounds. The software adapter is slow: few tokens there, and one round for the large one.
  const plan = [
    ["polyglot-base", "wasm", 64, 5],
    ["polyglot-base", "webgpu", 8, 3],
    ["random-135m", "wasm", 16, 3],
    ["random-135m", "webgpu", 2, 1],
  ].filter(([checkpoint]) => !quick || checkpoint === "polyglot-base");
  for (const [checkpoint, backend, tokens, rounds] of plan) {
    results.rows.push(await row(checkpoint, backend, tokens, rounds));
    writeFileSync(`${root}bench/results.json`, `${JSON.stringify(results, null, 2)}\n`);
    console.log(`${checkpoint} on ${backend}: done`);
  }
  print(results);
  spawnSync("npx", ["biome", "format", "--write", "bench/results.json"], { cwd: root, stdio: "ignore" });
} finally {
  await browser.close();
  await Promise.all([lab.close(), page.close()]);
}

/** Seconds from an empty cache: until the recorded result is read, and until a first token is computed live. */
async function coldOpen() {
  const recorded = await inFreshProfile((tab) => tab.locator("[data-kind=recorded]").waitFor());
  const live = await inFreshProfile(async (tab) => {
    await tab.waitForFunction(() => "babelscope" in window);
    await tab.evaluate(async () => {
      const model = await window.babelscope.load("polyglot-base", { backend: "wasm" });
      await window.babelscope.generate(model, "The old man", { maxNewTokens: 1 });
    });
  });
  return { recordedResult: recorded, firstLiveToken: live };
}

async function inFreshProfile(visit) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const begin = performance.now();
    await tab.goto("http://127.0.0.1:4701/#/steering");
    await visit(tab);
    return (performance.now() - begin) / 1000;
  } finally {
    await context.close();
  }
}

async function row(checkpoint, backend, tokens, rounds) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  tab.on("pageerror", (error) => console.error(error.message));
  try {
    await tab.goto("http://127.0.0.1:4702/");
    await tab.waitForFunction(() => "measure" in window);
    return await tab.evaluate((args) => window.measure(...args), [checkpoint, backend, tokens, rounds]);
  } finally {
    await context.close();
  }
}

function print({ coldOpen, rows }) {
  console.log(
    `cold open: recorded result after ${coldOpen.recordedResult.toFixed(2)} s, first live token after ${coldOpen.firstLiveToken.toFixed(2)} s\n`,
  );
  const perSecond = (times) => (1 / times.perToken).toFixed(1);
  const table = rows.map((entry) => ({
    checkpoint: entry.checkpoint,
    backend: entry.backend,
    "load s": entry.ours.load.toFixed(2),
    "first token s": entry.ours.firstToken.toFixed(3),
    "tokens/s": perSecond(entry.ours),
    "transformers.js tokens/s": perSecond(entry.transformersJs),
    "ours / theirs": (entry.transformersJs.perToken / entry.ours.perToken).toFixed(2),
    "equal tokens": `${entry.agreed}/${entry.newTokens}`,
    "steering / plain": entry.steeringRatio?.toFixed(2),
    "capturing / plain": entry.capturingRatio?.toFixed(2),
  }));
  console.table(table);
}
