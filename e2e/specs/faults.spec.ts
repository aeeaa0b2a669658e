import { expect, type Page, test } from "@playwright/test";
import { pack } from "../../src/experiments/packing";
import { openEngine } from "../pages/engine";
import { LabPage } from "../pages/lab";
import { staticHost } from "../static-host";
import { outcomeOfLoading } from "../loading";

/** Steering with two short prompts and no sweep: a few seconds on WASM. */
const short = `#/steering?v=1&z=${pack('{"prompts":"Das Haus","maxNewTokens":30,"sweep":false}', "steering/1")}`;

test("a worker that is killed in the middle of a run is replaced, said so, and no token is lost or told twice", async ({
  page,
}) => {
  const worker = await openEngine(page, "./?backend=wasm#/licences");
  const written = page.evaluate(async () => {
    const codes: string[] = [];
    babelscope.onNotice(({ code }) => codes.push(code));
    const model = await babelscope.load("polyglot-base", { backend: "wasm" });
    const heard: number[] = [];
    Object.assign(globalThis, { heard });
    const onToken = ({ id }: { readonly id: number }) => heard.push(id);
    const { ids } = await babelscope.generate(model, "Das Haus", { maxNewTokens: 60, stopAtEnd: false, onToken });
    return { ids, heard, codes };
  });
  await page.waitForFunction(() => ((globalThis as { heard?: number[] }).heard?.length ?? 0) > 1);
  await worker.evaluate(() => {
    setTimeout(() => close());
  });
  const { ids, heard, codes } = await written;
  expect(codes).toEqual(["worker-restarted"]);
  expect(ids).toHaveLength(60);
  expect(heard).toEqual(ids);
  await expect(page.getByRole("status").filter({ hasText: "The engine had to start again" })).toBeVisible();
});

test("memory that is refused is named, and the next try has it where there is some", async ({ page }) => {
  const worker = await openEngine(page, "./?backend=wasm#/licences");
  await worker.evaluate(() => {
    const { prototype } = WebAssembly.Memory;
    const grow = Reflect.get(prototype, "grow");
    prototype.grow = () => {
      throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    };
    Object.assign(globalThis, { allow: () => (prototype.grow = grow) });
  });
  expect(await outcomeOfLoading(page)).toBe("out-of-memory");
  await worker.evaluate(() => (globalThis as unknown as { allow: () => void }).allow());
  expect(await outcomeOfLoading(page)).toBe("wasm");
});

test("an experiment that does not fit the browser's storage stays open with its name, and is saved once there is room", async ({
  page,
  baseURL,
}) => {
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  await expect(lab.status).toContainText("Recorded on");
  const { origin } = new URL(baseURL!);
  const client = await page.context().newCDPSession(page);
  await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Save this experiment" });
  await sheet.getByLabel("Name").fill("Mine");
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet.locator('[data-code="storage-full"]')).toBeVisible();
  await expect(sheet.getByLabel("Name")).toHaveValue("Mine");
  await client.send("Storage.overrideQuotaForOrigin", { origin });
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet).toHaveCount(0);
});

test("code that does not arrive is named where it would stand, and comes when it is asked for again", async ({
  page,
}) => {
  await page.goto("./#/licences");
  await expect(page.getByRole("heading", { level: 1, name: "Licences" })).toBeVisible();
  const again = page.locator('[data-code="network-dropped"]').getByRole("button", { name: "Try again" });
  for (const [open, arrived] of [
    [page.getByRole("link", { name: "Merging", exact: true }), page.getByRole("button", { name: "Run", exact: true })],
    [page.getByRole("link", { name: "Lessons", exact: true }), page.getByRole("link", { name: "What tokens cost" })],
    [page.getByRole("button", { name: "Search" }), page.getByRole("combobox", { name: /^Labs, questions/ })],
  ] as const) {
    await page.route(/assets\/.*\.js$/, (route) => route.abort());
    await open.click();
    await expect(again).toBeVisible();
    await page.unroute(/assets\/.*\.js$/);
    await again.click();
    await expect(arrived.first()).toBeVisible();
  }
});

test.describe("a newer version", () => {
  test.use({ serviceWorkers: "allow" });

  test("is announced when the run has ended, and taken when it is asked for, with its own recordings", async ({
    page,
  }) => {
    const newer = new Map<string, (text: string) => string>();
    const recording = "presets/steering/english-to-german.json";
    const read = () => page.evaluate(async (path) => await (await fetch(path)).text(), recording);
    const { server, address } = await staticHost(newer);
    try {
      await page.goto(`${address}?backend=wasm${short}`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      expect(await read()).not.toMatch(/ $/);
      newer.set("sw.js", (text) => text.replace(/(?<=\$\{shells\})\w+/, "newer"));
      newer.set(recording, (text) => `${text} `);
      const lab = new LabPage(page, "steering");
      await lab.runButton.click();
      await expect(lab.stopButton).toBeVisible();
      const notice = page.getByRole("status").filter({ hasText: "A newer Babelscope is here." });
      await waitingVersion(page);
      await expect(lab.stopButton).toBeVisible();
      await expect(notice).toHaveCount(0);
      await expect(lab.runButton).toBeVisible({ timeout: 60_000 });
      await expect(lab.status).toContainText("Computed here");
      await expect(notice).toBeVisible();
      await Promise.all([page.waitForEvent("load"), notice.getByRole("button", { name: "Load it" }).click()]);
      await expect(lab.settings.getByLabel(/^Prompts/)).toHaveValue("Das Haus");
      await expect(notice).toHaveCount(0);
      expect(await read()).toMatch(/ $/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

/** Asks for a newer version and waits until it is fetched. */
async function waitingVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
