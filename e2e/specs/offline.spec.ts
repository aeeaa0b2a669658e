import type { Babelscope } from "../../src/engine/console";
import { type AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

declare const babelscope: Babelscope;

test.use({ serviceWorkers: "allow" });

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** The built folder under a sub-path, as a plain static host has it: no special headers, no ranges. */
async function host(): Promise<{ readonly server: Server; readonly address: string }> {
  const dist = new URL("../../dist/", import.meta.url).pathname;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const file = path.startsWith("/some/path/") ? join(dist, path.slice("/some/path/".length) || "index.html") : "";
    readFile(file).then(
      (bytes) =>
        response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path/` };
}

test("under a sub-path, the second visit opens without a network, and an embedded checkpoint that was used runs", async ({
  page,
}) => {
  const { server, address } = await host();
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
