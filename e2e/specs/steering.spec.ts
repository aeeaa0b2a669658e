import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { defaults, type Document } from "../../src/experiments/documents/steering";
import { hashOf } from "../../src/experiments/link";
import { LabPage } from "../pages/lab";
import { linesOf } from "../pages/rows";

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
    await expect(this.status).not.toHaveAttribute("data-stale", { timeout });
    await expect(this.status).toContainText("Computed here", { timeout });
    await expect(this.page.getByRole("alert")).toHaveCount(0);
  }

  /** Opens the link of a document whose run takes a second: one prompt, few tokens, own texts unless it is said. */
  async openDocument(change: Partial<Document>): Promise<void> {
    const own = { texts: "own", sourceTexts: english, targetTexts: german } as const;
    const document = { ...defaults, ...own, prompts: "Tomorrow", maxNewTokens: 3, ...change };
    await this.follow(hashOf({ lab: "steering", document }, defaults));
  }

  async useOwnTexts(away: string, towards: string): Promise<void> {
    await this.settings.getByRole("radio", { name: "own texts" }).click();
    await this.settings.getByLabel(/^Away from, one/).fill(away);
    await this.settings.getByLabel(/^Towards, one/).fill(towards);
  }
}

const english = "The dog sleeps.\nWe drink water.\nThe house is old.\nShe reads a book.";
const german = "Der Hund schläft.\nWir trinken Wasser.\nDas Haus ist alt.\nSie liest ein Buch.";

test.describe("on one page", () => {
  // In order: the models are loaded once.
  test.describe.configure({ mode: "default" });
  let lab: SteeringPage;
  test.beforeAll(async ({ browser }) => {
    lab = new SteeringPage(await browser.newPage(), "steering");
    await lab.open({ query: "?backend=wasm" });
  });
  test.afterAll(() => lab.page.close());

  test("the continuations are taken along with all that made them, the vector as a GGUF control vector", async () => {
    const lines = await linesOf(lab.results.getByRole("button", { name: "Continuations as JSONL" }));
    const [head, ...rows] = lines as [Record<string, unknown>, ...Record<string, unknown>[]];
    expect(head["settings"]).toMatchObject({ source: "en", target: "de", prompts: await lab.prompts.inputValue() });
    expect(head["link"]).toContain("#/steering?");
    expect(String(head["made"])).toMatch(/polyglot-base \(sha256 .*wasm.*seed \d/);
    const steered = rows.filter(({ condition }) => condition === "steered");
    const shown = await lab.column("Steered").allTextContents();
    expect(steered.map(({ prompt, text }) => `${prompt as string}${text as string}`)).toEqual(shown);
    const waiting = lab.page.waitForEvent("download");
    await lab.results.getByRole("button", { name: "Vector as GGUF" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^en-de-layer-\d+\.gguf$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe("GGUF");
  });

  test("a layer is chosen on the score", async () => {
    await lab.results.getByRole("option", { name: /^layer 5/ }).click();
    const automatic = lab.settings.getByRole("checkbox", { name: /chooses the layer/ });
    await expect(automatic).not.toBeChecked();
    await expect(lab.settings.getByRole("textbox", { name: /^Layer/ })).toHaveValue("5");
    await lab.undo();
    await expect(automatic).toBeChecked();
  });

  test("steers live: the language changes with the direction, not with a random push", async () => {
    await lab.prompts.fill("Tomorrow");
    await lab.sweep.uncheck();
    await lab.settings.getByText("More settings").click();
    await lab.settings.getByRole("textbox", { name: /^New tokens/ }).fill("10");
    await lab.strength.fill("1.5");
    await lab.finish();
    await expect(lab.results.getByText(/^With 1.5 class distances added/)).toContainText(
      "1 of 1 continuations are German",
    );
    await expect(lab.column("Steered").locator("mark").first()).toBeVisible();
    await expect(lab.column("Unsteered").locator("mark")).toHaveCount(0);
    await expect(lab.results.getByRole("table", { name: /^The conditions/ })).toContainText("Random push");
  });

  test("strength 0 writes exactly what the model writes unsteered", async () => {
    await lab.openDocument({ strength: 0, maxNewTokens: 8 });
    await lab.finish();
    const unsteered = await lab.column("Unsteered").allTextContents();
    expect(unsteered).toHaveLength(1);
    expect(await lab.column("Steered").allTextContents()).toEqual(unsteered);
    expect(await lab.column("Random push").allTextContents()).toEqual(unsteered);
  });

  test("sweeps layers by strengths in batches; a cell of the map becomes the setting", async () => {
    await lab.openDocument({ texts: "parallel", sweepStrengths: [0, 1.5] });
    await lab.sweep.check();
    await lab.finish();
    const map = lab.results.getByRole("grid", { name: /^Is it German\?/ });
    await expect(map.getByRole("gridcell")).toHaveCount(8 * 2);
    await expect(map.locator(".heat-empty")).toHaveCount(0);
    await map.getByRole("gridcell", { name: /^layer 3, strength, class distances 1\.5/ }).click();
    await expect(lab.strength).toHaveValue("1.5");
    await expect(lab.settings.getByRole("textbox", { name: /^Layer/ })).toHaveValue("3");
    await expect(lab.status).toContainText("settings have changed");
  });

  test("what cannot be run is named with its remedy, and the text stays", async () => {
    await lab.openDocument({ texts: "parallel", sourceTexts: "", targetTexts: "" });
    await lab.useOwnTexts(english, "");
    await lab.run();
    await expect(lab.problem("input-invalid")).toContainText("the target set 0");
    await expect(lab.settings.getByLabel(/^Away from, one/)).toHaveValue(english);
    await lab.settings.getByRole("radio", { name: "parallel sentences" }).click();
    await lab.prompts.fill(" ");
    await lab.run();
    await expect(lab.problem("prompt-empty")).toBeVisible();
  });

  test("the model writes both sets from a word and its opposite, and what they are worth is said", async () => {
    await lab.openDocument({ sourceTexts: "", targetTexts: "" });
    await lab.settings.getByText("Let the model write them").click();
    await lab.settings.getByRole("textbox", { name: /^Texts a set/ }).fill("4");
    await lab.settings.getByRole("button", { name: "Write both sets" }).click();
    await expect(lab.settings.getByText(/bits likelier than behind the other/)).toContainText("no chat template");
    for (const label of [/^Away from, one/, /^Towards, one/]) {
      expect((await lab.settings.getByLabel(label).inputValue()).split("\n").length).toBeGreaterThan(1);
    }
  });

  test("a link opened in a fresh profile gives the same greedy text", async ({ browser }) => {
    await lab.openDocument({ maxNewTokens: 6 });
    await lab.finish();
    const texts = await lab.results.locator(".passage").allTextContents();
    const sheet = await lab.share();
    const { hash } = new URL(await sheet.link());
    await sheet.close();
    const other = new SteeringPage(await browser.newPage(), "steering");
    await other.page.goto(new URL(`./?backend=wasm${hash}`, lab.page.url()).href);
    await expect(other.prompts).toHaveValue("Tomorrow");
    await other.finish();
    expect(await other.results.locator(".passage").allTextContents()).toEqual(texts);
    await other.page.close();
  });
});

test("steers on WebGPU, between two sets of one's own texts", { tag: "@webgpu" }, async ({ page }) => {
  // Five runs of one prompt on the software adapter: over two minutes on slow machines.
  test.setTimeout(400_000);
  const lab = new SteeringPage(page, "steering");
  await lab.open({ query: "?backend=webgpu" });
  await lab.openDocument({});
  await lab.finish(360_000);
  await expect(lab.status).toContainText(/WebGPU/i);
  await expect(lab.column("Steered")).toContainText("Tomorrow");
});
