import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "./scripts/chromium.mjs";

const executablePath = findChromium();
const port = Number(process.env["E2E_PORT"] ?? 4173);

/**
 * End to end: the built lab, served as a static host would, in headless Chromium with its software WebGPU adapter. What
 * computes for minutes on that adapter is tagged `@webgpu` and left to `npm run e2e:webgpu`. `--trace on` records a trace,
 * at the price of time.
 */
export default defineConfig({
  testDir: "e2e/specs",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  ...(!process.env["WEBGPU"] && { grepInvert: /@webgpu/ }),
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 900 },
    // A page that is served from the cache would hide its requests from the tests; offline.spec.ts allows it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) },
  },
  webServer: {
    cwd: import.meta.dirname,
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    // The mirror of the hub that tests open on this machine.
    env: { LOCAL_HUB: "1" },
    reuseExistingServer: !process.env["CI"],
  },
});
