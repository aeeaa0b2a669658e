import { readFile } from "node:fs/promises";
import { type Browser, expect, test } from "@playwright/test";
import { defaults, type Document } from "../../src/experiments/documents/merging";
import { hashOf } from "../../src/experiments/link";
import { sumsBetween } from "../../src/labs/sums-swap";
import { recipeOfMap } from "../../src/merging/layer-map";
import { LabPage } from "../pages/lab";

/** The merging lab with its own handles. */
class MergingPage extends LabPage {
  readonly prompts = this.settings.getByLabel(/^Prompts/);
  readonly recipe = this.results.getByRole("region", { name: "Recipe" });
  readonly yaml = this.recipe.getByLabel("mergekit YAML");
  readonly map = this.recipe.getByRole("listbox", { name: /^Layers of the merge/ });

  layer(number: number) {
    return this.map.locator(`[data-layer="${number}"]`);
  }

  /** What each layer is made of, from layer 0 on: `A`, `B`, `B 50 %`. */
  async origins(): Promise<readonly string[]> {
    const values = await this.map.locator(".score-value").allTextContents();
    return values.toReversed();
  }

  /** Presses on one layer, moves over the others, lets go. */
  async drag(from: number, to: number): Promise<void> {
    await this.layer(from).scrollIntoViewIfNeeded();
    const [start, end] = [await this.layer(from).boundingBox(), await this.layer(to).boundingBox()];
    if (!start || !end) throw new Error("the map is not in view");
    await this.page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Continuations of one model, one a prompt. */
  column(title: string | RegExp) {
    return this.results.getByRole("heading", { name: title }).locator("xpath=..").locator(".passage");
  }

  /** Runs to the end and expects a result. */
  async finish(timeout = 90_000): Promise<void> {
    await this.runButton.click();
    await expect(this.status).not.toHaveAttribute("data-stale", { timeout });
    await expect(this.status).toContainText("Computed here", { timeout });
    await expect(this.page.getByRole("alert")).toHaveCount(0);
  }

  /**
   * Opens the link of a document whose run takes a second: one prompt, few tokens, no sentences unless it is said, a parent as
   * the base, so that no fifth model runs.
   */
  async openDocument(change: Partial<Document>): Promise<void> {
    const few = { base: "polyglot-de", prompts: "In the morning the child", maxNewTokens: 2, languages: [] };
    const document = { ...defaults, ...few, ...change };
    await this.follow(hashOf({ lab: "merging", document }, defaults));
  }
}

/** The lab as it opens, for the tests of a group: they run in order on one page, so that models are loaded once. */
async function openedIn(browser: Browser): Promise<MergingPage> {
  const lab = new MergingPage(await browser.newPage(), "merging");
  await lab.open({ query: "?backend=wasm" });
  return lab;
}

const allOfA = `merge_method: linear
slices:
  - sources:
      - {model: polyglot-de, layer_range: [0, 8], parameters: {weight: 1}}
      - {model: polyglot-hi, layer_range: [0, 8], parameters: {weight: 0}}
`;

test.describe("the recipe", () => {
  test.describe.configure({ mode: "default" });
  let lab: MergingPage;
  test.beforeAll(async ({ browser }) => {
    lab = await openedIn(browser);
  });
  test.afterAll(() => lab.page.close());

  test("is taken along as a file", async () => {
    const waiting = lab.page.waitForEvent("download");
    await lab.recipe.getByRole("button", { name: "Download merge.yaml" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("merge.yaml");
    expect(await readFile(await download.path(), "utf8")).toBe(await lab.yaml.inputValue());
  });

  test("a drag over layers sends them to the other model, and the YAML follows; undo is one step", async () => {
    const before = await lab.origins();
    expect(before).toHaveLength(8);
    await lab.yaml.fill(allOfA);
    expect(await lab.origins()).toEqual(Array.from({ length: 8 }, () => "A"));
    await lab.drag(6, 4);
    expect(await lab.origins()).toEqual(["A", "A", "A", "A", "B", "B", "B", "A"]);
    await expect(lab.yaml).toHaveValue(/layer_range: \[4, 7\]\n\s+parameters:\n\s+weight: 1\n/);
    await lab.undo();
    expect(await lab.origins()).toEqual(Array.from({ length: 8 }, () => "A"));
  });

  test("keys paint as well, and a border can be moved", async () => {
    await lab.yaml.fill(allOfA);
    await lab.layer(0).focus();
    await lab.page.keyboard.press("Enter");
    await lab.page.keyboard.press("Shift+ArrowUp");
    expect(await lab.origins()).toEqual(["B", "B", "A", "A", "A", "A", "A", "A"]);
    await lab.recipe.getByRole("radio", { name: "move border" }).check({ force: true });
    await lab.drag(1, 3);
    expect(await lab.origins()).toEqual(["B", "B", "B", "B", "A", "A", "A", "A"]);
    await lab.drag(5, 2);
    expect(await lab.origins()).toEqual(["B", "B", "A", "A", "A", "A", "A", "A"]);
  });

  test("typing YAML moves the map; what is no recipe is explained, kept, and does not move it", async () => {
    await lab.yaml.fill(`merge_method: slerp
base_model: polyglot-de
slices:
  - sources:
      - {model: polyglot-de, layer_range: [0, 8]}
      - {model: polyglot-hi, layer_range: [0, 8]}
    parameters:
      t: [0, 0.7]
`);
    await expect(lab.layer(4)).toContainText("B 40 %");
    await expect(lab.settings.getByRole("radio", { name: "SLERP" })).toBeChecked();
    const text = "merge_method: slerp\nbase_modell: polyglot-de\n";
    await lab.yaml.fill(text);
    await expect(lab.problem("recipe-invalid")).toContainText("Line 2, column 1: base_modell");
    await expect(lab.problem("recipe-invalid")).toContainText("Did you mean “base_model”?");
    await expect(lab.yaml).toHaveValue(text);
    await expect(lab.layer(4)).toContainText("B 40 %");
    await lab.recipe.getByRole("button", { name: "Back to the recipe on the map" }).click();
    await expect(lab.problem("recipe-invalid")).toHaveCount(0);
    await expect(lab.yaml).toHaveValue(/merge_method: slerp/);
  });

  test("splits a layer: its MLP from the other model, its attention from its own", async () => {
    await lab.yaml.fill(allOfA);
    await lab.recipe.getByRole("radio", { name: "A ↔ B" }).check({ force: true });
    await lab.recipe.getByRole("radio", { name: "MLP" }).check({ force: true });
    await lab.layer(3).click();
    await expect(lab.layer(3)).toContainText("attention A · MLP B");
    await expect(lab.yaml).toHaveValue(/filter: mlp, value: 1/);
  });

  test("is built upon and opened again: the merge becomes a model of another", async () => {
    await lab.yaml.fill(allOfA);
    await lab.recipe.getByText("What it is made of").click();
    await lab.recipe.getByRole("button", { name: "Merge the merge with another model" }).click();
    await expect(lab.yaml).toHaveValue(/name: merge-1/);
    expect(await lab.origins()).toEqual(Array.from({ length: 8 }, () => "A"));
    await lab.recipe.getByRole("button", { name: "Open merge-1" }).click();
    await expect(lab.yaml).toHaveValue(/^merge_method: linear\nslices:\n\s+- sources:\n\s+- model: polyglot-de/);
  });

  test("is drawn within 320 pixels, where it is folded", async () => {
    await lab.page.setViewportSize({ width: 320, height: 800 });
    await expect(lab.map).toBeHidden();
    await lab.page.getByText("The recipe", { exact: true }).click();
    await expect(lab.map).toBeVisible();
    await expect.poll(() => lab.fitsWidth()).toBe(true);
  });
});

test.describe("a run", () => {
  test.describe.configure({ mode: "default" });
  let lab: MergingPage;
  test.beforeAll(async ({ browser }) => {
    lab = await openedIn(browser);
  });
  test.afterAll(() => lab.page.close());

  test("merges live: four models continue one prompt and are scored by language", async () => {
    await lab.prompts.fill("In the morning the child");
    await lab.settings.getByText("More settings").click();
    await lab.settings.getByRole("textbox", { name: /^New tokens/ }).fill("3");
    await lab.settings.getByRole("textbox", { name: /^Held-out sentences/ }).fill("2");
    for (const language of ["en", "es", "tr"]) {
      await lab.settings.getByRole("checkbox", { name: language, exact: true }).uncheck();
    }
    await lab.finish();
    for (const title of ["A: polyglot-de", "B: polyglot-hi", /^Average/, /^Merge/]) {
      await expect(lab.column(title)).toContainText("In the morning the child");
    }
    await expect(lab.results.getByText(/layers are a parent’s, unchanged/)).toBeVisible();
    const map = lab.results.getByRole("grid", { name: /^Bits per byte on 2 held-out sentences/ });
    await expect(map.getByRole("gridcell")).toHaveCount(5 * 2);
    await expect(map.locator(".heat-empty")).toHaveCount(0);
    await lab.results.getByRole("radio", { name: "A: polyglot-de" }).check({ force: true });
    await expect(map.getByRole("gridcell", { name: /^model A, language de: 0\.00/ })).toBeVisible();
  });

  test("of all layers of A writes the words of A, no weight computed", async () => {
    await lab.openDocument({ maxNewTokens: 8 });
    await lab.yaml.fill(allOfA);
    await lab.finish();
    const own = await lab.column("A: polyglot-de").allTextContents();
    expect(own).toHaveLength(1);
    expect(await lab.column(/^Merge/).allTextContents()).toEqual(own);
    await expect(lab.results.getByText(/8 of 8 layers are a parent’s.*100 % of the weights/)).toBeVisible();
  });

  test("that does not fit is named with its remedy, and the recipe stays", async () => {
    await lab.openDocument({});
    const past =
      "merge_method: passthrough\nslices:\n  - sources:\n      - {model: polyglot-de, layer_range: [0, 9]}\n";
    await lab.yaml.fill(past);
    await lab.run();
    await expect(lab.problem("recipe-invalid")).toContainText(
      "[0, 9] reaches past the end of polyglot-de, which has 8 layers",
    );
    await expect(lab.yaml).toHaveValue(past);
    await lab.yaml.fill(allOfA.replaceAll("[0, 8]", "[0, 7]"));
    await lab.run();
    await expect(lab.problem("recipe-invalid")).toContainText("The map has 7 layers and polyglot-de has 8");
  });

  test("gives the same map and the same greedy text from its link in a fresh profile", async ({ browser }) => {
    await lab.openDocument({ maxNewTokens: 3 });
    await lab.drag(3, 4);
    await lab.finish();
    const [origins, texts] = [await lab.origins(), await lab.results.locator(".passage").allTextContents()];
    const sheet = await lab.share();
    const { hash } = new URL(await sheet.link());
    await sheet.close();
    const other = new MergingPage(await browser.newPage(), "merging");
    await other.page.goto(new URL(`./?backend=wasm${hash}`, lab.page.url()).href);
    await expect(other.prompts).toHaveValue("In the morning the child");
    expect(await other.origins()).toEqual(origins);
    await other.finish();
    expect(await other.results.locator(".passage").allTextContents()).toEqual(texts);
    await other.page.close();
  });

  test("by another method is one choice; its parameters stand below, and the weights are looked at without a run of a model", async () => {
    await lab.openDocument({ base: "polyglot-base", recipe: recipeOfMap(sumsBetween("polyglot-hi")) });
    const kind = lab.settings.getByLabel("Merge by", { exact: true });
    await kind.selectOption("line");
    await expect(lab.settings).toContainText("B is the base: the line leads from A to it.");
    await kind.selectOption("ties");
    await expect(lab.yaml).toHaveValue(/merge_method: ties\nbase_model: polyglot-base/);
    await lab.settings.getByRole("textbox", { name: /^weight of polyglot-hi/ }).fill("0.4");
    await expect(lab.yaml).toHaveValue(/model: polyglot-hi\n\s+parameters:\n\s+weight: 0.4/);
    await lab.settings.getByRole("radio", { name: "look at weights" }).check({ force: true });
    await lab.finish();
    await expect(lab.results.getByRole("heading", { name: "Which layers moved?" })).toBeVisible();
    await expect(lab.results.getByRole("grid")).toHaveCount(4);
    await lab.results.getByRole("button", { name: "A map of whole layers" }).click();
    expect(await lab.origins()).toHaveLength(8);
    await expect(lab.settings.getByRole("radio", { name: "merge and compare" })).toBeChecked();
  });

  test("of a search fills its heat map, and the best merge is opened", async () => {
    await lab.openDocument({ languages: ["de"], sentences: 2 });
    await lab.settings.getByRole("radio", { name: "search" }).check({ force: true });
    await lab.settings.getByRole("textbox", { name: /^Up to so many/ }).fill("1");
    await lab.settings.getByRole("textbox", { name: /^Blended beside them/ }).fill("0");
    await lab.finish();
    await expect(lab.results.getByText(/^On items that did not choose it/)).toBeInViewport();
    await expect(lab.results.getByRole("gridcell")).toHaveCount(4);
    await expect(lab.results.getByRole("table", { name: /held-out items/ })).toContainText("Best merge");
    await lab.results.getByRole("button", { name: "Open the best as the recipe" }).click();
    await expect(lab.yaml).toHaveValue(/merge_method: linear/);
  });

  test("makes a Hugging Face folder, which is saved", async () => {
    await lab.openDocument({});
    await lab.settings.getByRole("radio", { name: "make a file" }).check({ force: true });
    await lab.finish();
    const waiting = lab.page.waitForEvent("download");
    await lab.results.getByRole("button", { name: "Download merge.zip" }).click();
    const bytes = await readFile(await (await waiting).path());
    expect(bytes.length).toBeGreaterThan(13_000_000);
    expect(bytes.includes("model.safetensors")).toBe(true);
  });
});

test("merges on WebGPU", { tag: "@webgpu" }, async ({ page }) => {
  // Five models on the software adapter: over two minutes on slow machines.
  test.setTimeout(400_000);
  const lab = new MergingPage(page, "merging");
  await lab.open({ query: "?backend=webgpu" });
  await lab.openDocument({});
  await lab.finish(360_000);
  await expect(lab.status).toContainText(/WebGPU/i);
  await expect(lab.column(/^Merge/)).toContainText("In the morning the child");
});
