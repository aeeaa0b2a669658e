import { expect, type Page, test } from "@playwright/test";
import { labIds } from "../../src/experiments/experiment";
import { LabPage } from "../pages/lab";
import { ModelShelf } from "../pages/shelf";

const titles = {
  tokenizers: "Tokenizers",
  codeswitching: "Code-switching",
  merging: "Merging",
  steering: "Steering",
  measures: "Scorecard",
};

test("the start page leads to the labs and their questions", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("multilingual language models");
  for (const id of labIds) await expect(page.getByRole("heading", { name: titles[id] })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /\?$/ })).not.toHaveCount(0);
  await page.getByRole("heading", { name: "Steering" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Steering" })).toBeVisible();
});

for (const id of labIds) {
  test(`${id} opens on its first question with a recorded result, then every other, and all fit 320 pixels`, async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const lab = new LabPage(page, id);
    await lab.open();
    await expect(page.getByRole("link", { name: titles[id], exact: true })).toHaveAttribute("aria-current", "page");
    const links = lab.questions.getByRole("link");
    await expect(links.first()).toHaveAttribute("aria-current", "true");
    await expect(lab.status).toContainText("Recorded on");
    await expect(lab.results.getByRole("figure").or(lab.results.getByRole("table")).first()).toBeVisible();
    await expect(lab.method).toContainText(/\w{3}/);
    expect(requests.filter((url) => /\.(safetensors|wasm)|models\//.test(url))).toEqual([]);
    // What the page asked for before its script was here is what the lab asked for: nothing came twice.
    const ahead = await page.locator('link[rel="preload"][as="fetch"]').getAttribute("href");
    expect(ahead).toMatch(new RegExp(`^presets/${id}/[a-z0-9-]+\\.json$`));
    expect(requests.filter((url) => url.endsWith(`/${ahead}`))).toHaveLength(1);
    expect(requests.filter((url, at) => requests.indexOf(url) !== at)).toEqual([]);
    expect(await links.count()).toBeGreaterThanOrEqual(2);
    for (const link of await links.all()) {
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "true");
      await expect(lab.status).toContainText("Recorded on");
      await expect(lab.results).toHaveAttribute("aria-busy", "false");
      await expect(page.getByRole("alert")).toHaveCount(0);
      await page.setViewportSize({ width: 320, height: 800 });
      await expect.poll(() => lab.fitsWidth()).toBe(true);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });
}

test.describe("settings", () => {
  test("are undone and redone by button and by key, a typed text in one step; a number typed beside a slider is kept within its range", async ({
    page,
  }) => {
    const lab = new LabPage(page, "steering");
    await lab.open();
    const prompts = lab.settings.getByLabel(/^Prompts/);
    const before = await prompts.inputValue();
    await prompts.fill("A ship left the harbour and");
    await expect(lab.status).toContainText("settings have changed");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(prompts).toHaveValue(before);
    await expect(lab.status).not.toContainText("settings have changed");
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(prompts).toHaveValue("A ship left the harbour and");
    await lab.undo();
    await expect(prompts).toHaveValue(before);
    await lab.redo();
    await expect(prompts).toHaveValue("A ship left the harbour and");

    const typed = lab.settings.getByRole("textbox", { name: /^Strength, / });
    const slider = lab.settings.getByRole("slider", { name: "Strength", exact: true });
    await typed.fill("2.5");
    await expect(slider).toHaveValue("2.5");
    await typed.fill("99");
    await typed.blur();
    await expect(typed).toHaveValue((await slider.getAttribute("max")) ?? "");
  });

  test("are in the address, survive a reload, and stay when another lab is visited", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    await lab.open();
    const prompts = lab.settings.getByLabel(/^Prompts/);
    await prompts.fill("Ein Schiff verließ den Hafen und");
    await expect(page).toHaveURL(/#\/steering\?v=\d+&z=/);
    await page.reload();
    await expect(prompts).toHaveValue("Ein Schiff verließ den Hafen und");
    await page.getByRole("link", { name: "Merging", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Merging" })).toBeVisible();
    await page.getByRole("link", { name: "Steering", exact: true }).click();
    await expect(prompts).toHaveValue("Ein Schiff verließ den Hafen und");
  });
});

test("keys: ? lists them, Ctrl+Enter runs, Esc stops within 300 ms and keeps what is there", async ({ page }) => {
  const lab = new LabPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // A busy machine may hold one up; what the page takes comes back each time.
  const stopping: number[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(lab.stopButton).toBeVisible();
    await page.waitForTimeout(300);
    stopping.push(
      await page.evaluate(async () => {
        const began = performance.now();
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
        while ([...document.querySelectorAll("button")].some((button) => button.textContent === "Stop")) {
          await new Promise(requestAnimationFrame);
        }
        return performance.now() - began;
      }),
    );
  }
  expect(Math.min(...stopping)).toBeLessThan(300);
  await expect(lab.runButton).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a dark page is dark from the first paint and stays so", async ({ page }) => {
  await page.goto("./#/merging");
  await page.getByRole("button", { name: "Draw the page dark" }).click();
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).toBe("rgb(22, 23, 26)");
});

test("the shelf says size and licence before anything is fetched, loads, and unloads", async ({ page }) => {
  const shelf = new ModelShelf(page);
  await page.goto("./?backend=wasm#/steering");
  await shelf.open();
  const item = shelf.item("polyglot-base");
  await expect(item).toContainText(/MB/);
  await shelf.load("polyglot-base");
  await expect(item).toContainText("loaded on WASM", { timeout: 60_000 });
  await item.getByRole("button", { name: "Unload polyglot-base" }).click();
  await expect(item.getByRole("button", { name: /^Load/ })).toBeVisible();
});

test("the shelf names what is wrong with a hub reference and asks the hub for size and licence", async ({ page }) => {
  await page.route("https://huggingface.co/**", (route) => {
    if (!route.request().url().includes("/small/")) return route.fulfill({ status: 404 });
    return route.fulfill({
      json: {
        sha: "a".repeat(40),
        cardData: { license: "apache-2.0", language: ["en", "de"] },
        siblings: [
          { rfilename: "model.safetensors", size: 269_000_000 },
          { rfilename: "config.json", size: 700 },
        ],
      },
    });
  });
  const shelf = new ModelShelf(page);
  await page.goto("./#/steering");
  await shelf.open();
  await shelf.lookUp("not a name");
  await expect(page.locator('[data-code="source-invalid"]')).toBeVisible();
  await shelf.lookUp("nobody/nothing");
  await expect(page.locator('[data-code="not-found"]')).toBeVisible();
  await shelf.lookUp("some/small");
  await expect(shelf.item("some/small")).toContainText("269.0 MB, apache-2.0");
  await expect(page.locator(".problem")).toHaveCount(0);
});

test("dropped files of a checkpoint are named where they are broken, and run where they are whole", async ({
  page,
}) => {
  const lab = new LabPage(page, "steering");
  const shelf = new ModelShelf(page);
  await lab.open({ query: "?backend=wasm" });
  await dropCheckpoint(page, ["model.safetensors"], 1);
  await expect(page.locator('[data-code="source-invalid"]')).toContainText("config.json");
  await dropCheckpoint(page, ["config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"], 0.6);
  await expect(page.locator('[data-code="safetensors-truncated"]')).toContainText("model.safetensors is cut off");
  await expect(shelf.item("from disk")).toHaveCount(0);
  await dropCheckpoint(page, ["config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"], 1);
  const whole = shelf.item("from disk");
  await whole.getByRole("button", { name: /^Load/ }).click();
  await expect(whole).toContainText("loaded on WASM", { timeout: 60_000 });
  await shelf.close();
  const model = lab.settings.getByLabel("Model");
  await model.selectOption({ index: (await model.getByRole("option").count()) - 1 });
  await lab.settings.getByLabel("Sweep every layer at several strengths").uncheck();
  await lab.settings.getByLabel(/^Prompts/).fill("Tomorrow");
  await lab.run();
  await expect(lab.status).toContainText("Computed here");
});

test("a file that is dropped on a field for files is the field's, and ends what is said of dropping", async ({
  page,
}) => {
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  const note = page.getByText("Drop an experiment’s JSON file");
  const transfer = await page.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(["{}"], "tokenizer.json", { type: "application/json" }));
    return held;
  });
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(note).toBeVisible();
  await lab.settings.getByLabel("Add a tokenizer.json").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(note).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

/** Drops files of an embedded checkpoint on the page, the weights cut after a share of their bytes. */
async function dropCheckpoint(page: Page, names: readonly string[], share: number): Promise<void> {
  await page.evaluate(
    async ([wanted, kept]) => {
      const transfer = new DataTransfer();
      for (const name of wanted) {
        const bytes = await (await fetch(`models/polyglot-base/${name}`)).arrayBuffer();
        const end = name.endsWith(".safetensors") ? Math.floor(bytes.byteLength * kept) : bytes.byteLength;
        transfer.items.add(new File([bytes.slice(0, end)], name));
      }
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
    },
    [names, share] as const,
  );
}

test("the scripts of the lab's sentences have its own fonts, fetched when they are drawn, and Japanese its own characters", async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  const others = () => fetched.filter((url) => /cyrillic|arabic|noto-sans-(sc|jp)|\/han-/.test(url));
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  await page.evaluate(() => document.fonts.ready);
  expect(others()).toEqual([]);

  await lab.settings.getByRole("textbox").first().fill("早上好 хорошо صباح सुप्रभात good");
  await lab.run();
  const strip = () => fontsOf(page, ".strip");
  await expect.poll(async () => (await strip()).map(({ family }) => family)).toContain("Noto Sans SC");
  const fonts = await strip();
  expect(fonts.filter(({ own }) => !own)).toEqual([]);
  for (const family of ["JetBrains Mono", "Noto Sans Arabic", "Noto Sans Devanagari"]) {
    expect(fonts.map((font) => font.family)).toContain(family);
  }
  // Of two hundred faces, those of these characters.
  expect(others().length).toBeLessThan(12);

  await page.evaluate(() => {
    const line = document.querySelector("main")!.appendChild(document.createElement("p"));
    line.id = "japanese";
    line.lang = "ja";
    line.textContent = "直す";
  });
  await expect.poll(async () => (await fontsOf(page, "#japanese"))[0]?.family).toBe("Noto Sans JP");
});

/** The fonts that a node's text is drawn with, and whether the page brought them. */
async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await session.detach();
  return fonts.map(({ familyName, isCustomFont }) => ({ family: familyName.replace(" Thin", ""), own: isCustomFont }));
}
