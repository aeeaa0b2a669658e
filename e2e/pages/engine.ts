import type { Page, Worker } from "@playwright/test";

/** Opens a page and gives the engine's worker as soon as it is there, before it does anything. */
export async function openEngine(page: Page, url = "./?backend=wasm"): Promise<Worker> {
  await page.goto(url);
  await page.waitForFunction(() => "babelscope" in globalThis);
  const worker = page.waitForEvent("worker");
  await page.evaluate(() => babelscope.capabilities());
  return await worker;
}
