import { defineConfig } from "@playwright/test";
import base from "../../playwright.config";

/** Checks that take minutes, behind their own commands: one at a time, as they measure. The lab must be built before. */
export default defineConfig({
  ...base,
  testDir: ".",
  fullyParallel: false,
  workers: 1,
  timeout: 3 * 3_600_000,
  expect: { timeout: 60_000 },
  use: {
    ...base.use,
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), "--js-flags=--expose-gc", "--enable-precise-memory-info"],
    },
  },
});
