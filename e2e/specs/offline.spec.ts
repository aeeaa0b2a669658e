import type { Babelscope } from "../../src/engine/console";
import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";
import { staticHost } from "../static-host";

declare const babelscope: Babelscope;

test.use({ serviceWorkers: "allow" });

test("under a sub-path, the second visit opens without a network, and an embedded checkpoint that was used runs", async ({
  page,
}) => {
  const { server, address } = await staticHost();
  try {
    await page.goto(`${address}?backend=wasm`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const loaded = await page.evaluate(async () => {
      const model = await babelscope.load("polyglot-base");
      return model.checkpoint;
    });
    expect(loaded).toBe("polyglot-base");
    await expect
      .poll(() => page.evaluate(async () => Boolean(await caches.match("models/polyglot-base/model.safetensors"))))
      .toBe(true);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  const lab = new LabPage(page, "steering");
  await page.goto(`${address}?backend=wasm#/steering`);
  await page.reload();
  await expect(lab.status).toContainText("Recorded on");
  await page.goto(`${address}?backend=wasm#/lessons`);
  await expect(page.getByRole("heading", { name: "What tokens cost" })).toBeVisible();
  await page.waitForFunction(() => "babelscope" in globalThis);
  const text = await page.evaluate(async () => (await babelscope.load("polyglot-base")).checkpoint);
  expect(text).toBe("polyglot-base");
});

test("a file that is not the build's own is used but not kept", async ({ page }) => {
  const weights = "models/polyglot-base/model.safetensors";
  const { server, address } = await staticHost(new Map([[weights, (text) => `${text} `]]));
  try {
    await page.goto(`${address}?backend=wasm`);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const kept = (path: string) => page.evaluate(async (file) => Boolean(await caches.match(file)), path);
    await page.evaluate(async () => {
      await babelscope.load("polyglot-base");
      await babelscope.load("polyglot-de");
    });
    await expect.poll(() => kept("models/polyglot-base/config.json")).toBe(true);
    await expect.poll(() => kept("models/polyglot-de/model.safetensors")).toBe(true);
    expect(await kept(weights)).toBe(false);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
