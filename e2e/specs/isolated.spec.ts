import { expect, type Page, test } from "@playwright/test";
import type { Babelscope } from "../../src/engine/console";
import { staticHost } from "../static-host";

declare const babelscope: Babelscope;

const isolating = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

test("WASM has threads where the host's headers isolate the page, one elsewhere, and writes the same", async ({
  page,
}) => {
  // The engine's worker is told of a machine with eight cores, of which it takes half.
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const cores = 'Object.defineProperty(navigator, "hardwareConcurrency", { value: 8 });\n';
    await route.fulfill({ response, body: cores + (await response.text()) });
  });
  const [plain, isolated] = [await writtenUnder(page, {}), await writtenUnder(page, isolating)];
  expect(plain).toMatchObject({ isolated: false, threads: 1 });
  expect(isolated).toEqual({ isolated: true, threads: 4, text: plain.text });
  expect(plain.text.length).toBeGreaterThan(5);
});

/** What the page writes from a host with these headers, and on how many threads. */
async function writtenUnder(page: Page, headers: Readonly<Record<string, string>>) {
  const { server, address } = await staticHost(new Map(), headers);
  try {
    await page.goto(`${address}?backend=wasm`);
    await page.waitForFunction(() => "babelscope" in globalThis);
    return await page.evaluate(async () => {
      const { threads } = (await babelscope.capabilities()).wasm;
      const model = await babelscope.load("polyglot-base");
      const { text } = await babelscope.generate(model, "The old woman", { maxNewTokens: 6 });
      return { isolated: crossOriginIsolated, threads, text };
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
