import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The Chromium that tests and recordings run in: CHROMIUM_PATH, one on the PATH, or the one that Playwright installed. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return playwrightChromium();
}

function playwrightChromium() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(cache)) return undefined;
  const folders = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return folders
    .toSorted()
    .flatMap((name) => [join(cache, name, "chrome-linux", "chrome"), join(cache, name, "chrome-linux64", "chrome")])
    .findLast((path) => existsSync(path));
}

/** Flags for headless runs: a WebGPU adapter without hardware, and no background connections. */
export const chromiumFlags = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--enable-features=Vulkan",
  "--use-webgpu-adapter=swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
