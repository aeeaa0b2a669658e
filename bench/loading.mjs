/**
 * Measures how weights come in and writes bench/loading.json: conversion into every format, a download to the first token from a
 * mirror of the hub on this machine, the same from what the browser keeps, and a layer swap against the whole download.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { chromiumFlags, findChromium } from "../scripts/chromium.mjs";
import { openModules } from "../scripts/modules.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const borrowedLayers = 6;

await build({ configFile: `${root}bench/vite.config.ts`, logLevel: "warn" });
const server = await openModules();
const { HubMirror } = await server.ssrLoadModule("/src/checkpoints/testing/hub-mirror.ts");
const { randomCheckpoint, shape135M } = await server.ssrLoadModule("/bench/page/random-checkpoint.ts");
const repository = async (seed) => {
  const files = randomCheckpoint(shape135M, seed);
  return {
    files: new Map(await Promise.all(files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())]))),
  };
};
const mirror = await new HubMirror(
  new Map([
    ["bench/base", await repository(1)],
    ["bench/lender", await repository(2)],
  ]),
).start();
const page = await preview({
  configFile: `${root}bench/vite.config.ts`,
  logLevel: "warn",
  preview: { host: "127.0.0.1", port: 4703 },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  const tab = await (await browser.newContext()).newPage();
  tab.on("pageerror", (error) => console.error(error.message));
  await tab.goto("http://127.0.0.1:4703/");
  await tab.waitForFunction(() => "borrow" in window);
  const conversion = [];
  for (const format of ["f32", "f16", "q8", "q4"]) {
    await tab.evaluate((of) => window.convert(of), format);
    conversion.push(await tab.evaluate((of) => window.convert(of), format));
  }
  const timed = async (work) => {
    mirror.asked.length = 0;
    const { seconds } = await work();
    return { seconds, megabytes: mirror.bytesAsked() / 1e6 };
  };
  const load = (name) => timed(() => tab.evaluate((args) => window.firstToken(...args), [name, mirror.url, "q8"]));
  const results = {
    made: new Date().toISOString(),
    machine: `${cpus().length} x ${cpus()[0].model}`,
    browser: `Chromium ${browser.version()}`,
    checkpoint: "random-135m, f16, 8 bits on WASM",
    conversion,
    download: await load("bench/base@main"),
    kept: await load("bench/base@main"),
    borrowing: {
      layers: borrowedLayers,
      ofLayers: shape135M.num_hidden_layers,
      ...(await timed(() =>
        tab.evaluate(
          (args) => window.borrow(...args),
          ["bench/base@main", "bench/lender@main", borrowedLayers, mirror.url],
        ),
      )),
    },
    wholeLender: await load("bench/lender@main"),
  };
  writeFileSync(`${root}bench/loading.json`, `${JSON.stringify(results, null, 2)}\n`);
  spawnSync("npx", ["biome", "format", "--write", "bench/loading.json"], { cwd: root, stdio: "ignore" });
  console.table(conversion);
  console.table({
    download: results.download,
    kept: results.kept,
    borrowing: results.borrowing,
    "whole lender after it": results.wholeLender,
  });
} finally {
  await browser.close();
  mirror.stop();
  await Promise.all([page.close(), server.close()]);
}
