import { expect, test } from "@playwright/test";
import { mirrorCommit, type HubMirror } from "../../src/checkpoints/testing/hub-mirror";
import { openHub } from "../hub";
import { LabPage } from "../pages/lab";
import { ModelShelf } from "../pages/shelf";

let hub: HubMirror;
test.beforeAll(async () => {
  hub = await openHub();
});
test.afterAll(() => hub.stop());
test.beforeEach(() => {
  Object.assign(hub.behaviour, { cutAfter: 0, cuts: 0, refusals: 0, retryAfter: 0, delay: 0 });
  hub.asked.length = 0;
});

const address = () => `./?backend=wasm&hub=${encodeURIComponent(hub.url)}#/steering`;

test("a model comes over a bad line, is kept, opens without the line after a reload, and is deleted", async ({
  page,
}) => {
  const shelf = new ModelShelf(page);
  await page.goto(address());
  await shelf.open();
  await shelf.lookUp("polyglot/polyglot-de");
  const item = shelf.item("polyglot/polyglot-de").first();
  await expect(item).toContainText("13.6 MB, cc-by-sa-4.0");
  await item.getByRole("button", { name: /^Sizes of / }).click();
  await expect(item.getByRole("row", { name: /4 bits/ })).toContainText("MB");
  Object.assign(hub.behaviour, { cutAfter: 700_000, cuts: 3, refusals: 1, retryAfter: 1 });
  await shelf.load("polyglot/polyglot-de");
  await expect(item).toContainText("loaded on WASM", { timeout: 60_000 });

  await page.reload();
  hub.asked.length = 0;
  await shelf.open();
  await shelf.load("polyglot/polyglot-de");
  await expect(item).toContainText("loaded on WASM", { timeout: 60_000 });
  expect(hub.asked).toEqual([]);
  const kept = shelf.sheet.getByRole("region", { name: "Kept in this browser" });
  await expect(kept).toContainText(`polyglot/polyglot-de@${mirrorCommit.slice(0, 7)}`);
  await kept.getByRole("button", { name: /^Delete/ }).click();
  await expect(kept).toContainText("Nothing yet");
});

test("a gated model opens with a token that no link, no store and no other host sees", async ({ page }) => {
  const shelf = new ModelShelf(page);
  await page.goto(address());
  await shelf.open();
  await shelf.lookUp("gated/base");
  await expect(page.locator('[data-code="not-authorised"]')).toBeVisible();
  await shelf.sheet.getByText("Gated models: an access token").click();
  await shelf.sheet.getByLabel("Access token").fill("hf_test");
  await shelf.lookUp("gated/base");
  await shelf.load("gated/base");
  await expect(shelf.item("gated/base").first()).toContainText("loaded on WASM", { timeout: 60_000 });
  const seen = hub.asked.filter(({ authorization }) => authorization !== undefined);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every(({ host, authorization }) => host === "hub" && authorization === "Bearer hf_test")).toBe(true);
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
  );
  expect(stored).not.toContain("hf_test");
});

test("a tokenizer of the hub is compared by its repository's name, and no weight is fetched", async ({ page }) => {
  const lab = new LabPage(page, "tokenizers");
  await page.goto(address().replace("steering", "tokenizers"));
  for (const name of ["GPT-2 (", "GPT-4 (", "GPT-4o"]) await lab.settings.getByRole("checkbox", { name }).uncheck();
  await lab.settings.getByLabel("Add one from the hub").fill("nothing");
  await lab.settings.getByRole("button", { name: "Add", exact: true }).click();
  await expect(lab.settings.getByText("Write owner/name as on the hub")).toBeVisible();
  await lab.settings.getByLabel("Add one from the hub").fill("polyglot/polyglot-de");
  await lab.settings.getByRole("button", { name: "Add", exact: true }).click();
  await expect(
    lab.settings.getByText("Run asks the hub for the tokenizer of polyglot/polyglot-de, once."),
  ).toBeVisible();
  await lab.run();
  await expect(lab.results.getByText("polyglot/polyglot-de").first()).toBeVisible();
  expect(hub.asked.some(({ path }) => path.endsWith("tokenizer.json"))).toBe(true);
  expect(hub.asked.some(({ path }) => path.endsWith(".safetensors"))).toBe(false);
});

test("GGUF files and ONNX repositories open, a layer swap fetches only what it borrows", async ({ page }) => {
  await page.goto(address());
  await page.waitForFunction(() => "babelscope" in window);
  const results = await page.evaluate(async () => {
    const { babelscope } = window;
    const loaded: Record<string, string> = {};
    for (const reference of [
      "gguf/families@main/qwen2.gguf",
      "gguf/families@main/gemma3.gguf",
      "onnx/optimum-llama",
      "tiny/tied",
    ]) {
      const model = await babelscope.load(reference, { backend: "wasm", weights: "auto" });
      const { ids } = await babelscope.generate(model, [5, 6, 7], { maxNewTokens: 4 });
      loaded[reference] = `${model.weights} ${ids.length > 0}`;
    }
    const chat = await babelscope.load("gguf/families@main/qwen2.gguf", { backend: "wasm", weights: "auto" });
    const answer = await babelscope.generate(
      chat,
      { messages: [{ role: "user", content: "ab" }] },
      { maxNewTokens: 1 },
    );
    return { loaded, prompt: await babelscope.detokenize(chat, answer.promptIds) };
  });
  expect(results.loaded).toEqual({
    "gguf/families@main/qwen2.gguf": "q4 true",
    "gguf/families@main/gemma3.gguf": "f32 true",
    "onnx/optimum-llama": "q4 true",
    "tiny/tied": "f32 true",
  });
  expect(results.prompt).toBe("[user]ab");

  hub.asked.length = 0;
  const borrowed = await page.evaluate(async () => {
    const models = ["polyglot/polyglot-base", "polyglot/polyglot-hi"] as const;
    const source = (model: string, from: number, to: number) => ({
      sources: [{ model, layer_range: [from, to] as const }],
    });
    const recipe = {
      merge_method: "passthrough",
      slices: [source(models[0], 0, 2), source(models[1], 2, 3), source(models[0], 3, 8)],
    } as const;
    let borrowing: unknown;
    await window.babelscope.merge(recipe, {
      backend: "wasm",
      onProgress: (progress) => {
        borrowing = progress.borrowing ?? borrowing;
      },
    });
    return borrowing as readonly {
      readonly model: string;
      readonly layers: number;
      readonly bytes: number;
      readonly ofBytes: number;
    }[];
  });
  const lent = borrowed.find(({ model }) => model.endsWith("hi"))!;
  expect(lent.layers).toBe(1);
  const fetched = hub.asked.filter(({ host, path }) => host === "cdn" && path.includes("polyglot-hi"));
  const bytes = fetched.reduce((sum, { range }) => {
    const [start, end] = range!.slice("bytes=".length).split("-").map(Number) as [number, number];
    return sum + end - start + 1;
  }, 0);
  // Parts of 1 MiB around one layer, and the header's.
  expect(bytes).toBeLessThan(lent.bytes + 4 * 2 ** 20);
  expect(bytes).toBeLessThan(lent.ofBytes / 2);
});
