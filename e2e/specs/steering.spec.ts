import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

/** The steering lab with its own handles. */
class SteeringPage extends LabPage {
  readonly prompts = this.settings.getByLabel(/^Prompts/);
  readonly strength = this.settings.getByRole("textbox", { name: /^Strength, / });
  readonly sweep = this.settings.getByRole("checkbox", { name: /^Sweep/ });

  /** Text of a column of the side by side, prompt and continuation, one a prompt. */
  column(title: "Unsteered" | "Steered" | "Random push") {
    return this.results
      .getByRole("heading", { name: new RegExp(`^${title}`) })
      .locator("xpath=..")
      .locator(".passage");
  }

  /** Runs to the end and expects a result. */
  async finish(timeout = 90_000): Promise<void> {
    await this.runButton.click();
    await expect(this.status).toContainText("Computed here", { timeout });
    await expect(this.page.getByRole("alert")).toHaveCount(0);
  }

  /** A run that takes seconds: one prompt, few tokens, no sweep. */
  async makeSmall(tokens: number): Promise<void> {
    await this.prompts.fill("Tomorrow");
    await this.sweep.uncheck();
    await this.settings.getByText("More settings").click();
    await this.settings.getByRole("textbox", { name: /^New tokens/ }).fill(String(tokens));
    await this.settings.getByText("More settings").click();
  }

  async useOwnTexts(away: string, towards: string): Promise<void> {
    await this.settings.getByRole("radio", { name: "own texts" }).click();
    await this.settings.getByLabel(/^Away from, one/).fill(away);
    await this.settings.getByLabel(/^Towards, one/).fill(towards);
  }
}

const english = "The dog sleeps.\nWe drink water.\nThe house is old.\nShe reads a book.";
const german = "Der Hund schläft.\nWir trinken Wasser.\nDas Haus ist alt.\nSie liest ein Buch.";

test("steers live: the language changes with the direction, not with a random push", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await lab.makeSmall(10);
  await lab.strength.fill("1.5");
  await lab.finish();
  await expect(lab.results.getByText(/^With 1.5 class distances added/)).toContainText(
    "1 of 1 continuations are German",
  );
  await expect(lab.column("Steered").locator("mark").first()).toBeVisible();
  await expect(lab.column("Unsteered").locator("mark")).toHaveCount(0);
  await expect(lab.results.getByRole("table", { name: /^The conditions/ })).toContainText("Random push");
});

test("strength 0 writes exactly what the model writes unsteered", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await lab.makeSmall(8);
  await lab.strength.fill("0");
  await lab.finish();
  const unsteered = await lab.column("Unsteered").allTextContents();
  expect(unsteered).toHaveLength(1);
  expect(await lab.column("Steered").allTextContents()).toEqual(unsteered);
  expect(await lab.column("Random push").allTextContents()).toEqual(unsteered);
});

test("steers on WebGPU, between two sets of one's own texts", async ({ page }) => {
  // Five runs of one prompt on the software adapter: over two minutes on slow machines.
  test.setTimeout(400_000);
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=webgpu" });
  await lab.makeSmall(3);
  await lab.useOwnTexts(english, german);
  await lab.finish(360_000);
  await expect(lab.status).toContainText(/WebGPU/i);
  await expect(lab.column("Steered")).toContainText("Tomorrow");
});

test("sweeps layers by strengths in batches; a cell of the map becomes the setting", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await lab.makeSmall(6);
  await lab.sweep.check();
  await lab.finish();
  const map = lab.results.getByRole("grid", { name: /^Is it German\?/ });
  await expect(map.getByRole("gridcell")).toHaveCount(8 * 6);
  await expect(map.locator(".heat-empty")).toHaveCount(0);
  await map.getByRole("gridcell", { name: /^layer 3, strength, class distances 1\.5/ }).click();
  await expect(lab.strength).toHaveValue("1.5");
  await expect(lab.settings.getByRole("textbox", { name: /^Layer/ })).toHaveValue("3");
  await expect(lab.status).toContainText("settings have changed");
});

test("a layer is chosen on the score", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open();
  await lab.results.getByRole("option", { name: /^layer 5/ }).click();
  await expect(lab.settings.getByRole("checkbox", { name: /chooses the layer/ })).not.toBeChecked();
  await expect(lab.settings.getByRole("textbox", { name: /^Layer/ })).toHaveValue("5");
});

test("what cannot be run is named with its remedy, and the text stays", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await lab.makeSmall(3);
  await lab.useOwnTexts(english, "");
  await lab.run();
  await expect(lab.problem("input-invalid")).toContainText("the target set 0");
  await expect(lab.settings.getByLabel(/^Away from, one/)).toHaveValue(english);
  await lab.settings.getByRole("radio", { name: "parallel sentences" }).click();
  await lab.prompts.fill(" ");
  await lab.run();
  await expect(lab.problem("prompt-empty")).toBeVisible();
});

test("the vector is taken along as a GGUF control vector", async ({ page }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open();
  const waiting = page.waitForEvent("download");
  await lab.results.getByRole("button", { name: "Vector as GGUF" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^en-de-layer-\d+\.gguf$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("GGUF");
});

test("a link opened in a fresh profile gives the same greedy text", async ({ page, browser }) => {
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  await lab.makeSmall(8);
  await lab.finish();
  const texts = await lab.results.locator(".passage").allTextContents();
  const sheet = await lab.share();
  const { hash } = new URL(await sheet.link());
  const context = await browser.newContext();
  const other = new SteeringPage(await context.newPage(), "steering");
  await other.page.goto(new URL(`./?backend=wasm${hash}`, page.url()).href);
  await expect(other.prompts).toHaveValue("Tomorrow");
  await other.finish();
  expect(await other.results.locator(".passage").allTextContents()).toEqual(texts);
  await context.close();
});
