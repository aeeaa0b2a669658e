import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { hashOf } from "../../src/experiments/link";
import { defaults, type Document } from "../../src/experiments/documents/measures";
import { imageOf, textsOf } from "../pages/figure";
import { LabPage } from "../pages/lab";
import { linesOf } from "../pages/rows";

/** The scorecard with its own handles. */
class ScorecardPage extends LabPage {
  readonly variants = this.results.getByRole("region", { name: "Variants" });
  readonly numbers = this.results.getByRole("region", { name: "All numbers" });
  readonly behind = this.results.getByRole("region", { name: "Behind the number" });
  readonly cost = this.variants.getByText(/variants, controls included/);

  constructor(page: Page) {
    super(page, "measures");
  }

  /** Opens the link of a document; everything small unless it is said. */
  async openDocument(change: Partial<Document>): Promise<void> {
    const document = { ...defaults, languages: ["en", "de"], sentences: 2, written: 1, ...change };
    await this.open({ query: "?backend=wasm", hash: hashOf({ lab: "measures", document }, defaults) });
  }

  number(name: string) {
    return this.numbers.getByRole("button", { name });
  }

  async finish(): Promise<void> {
    await this.runButton.click();
    await expect(this.status).toContainText("Computed here", { timeout: 100_000 });
    await expect(this.page.getByRole("alert")).toHaveCount(0);
  }
}

const base: Document["variants"][number] = { kind: "checkpoint", name: "", model: "polyglot-base", weights: "f32" };

test("a recorded card says what was found, and a number opens formula, sample, source and items", async ({ page }) => {
  // Figures come one after the other: results are busy until the last of them is there.
  await page.addInitScript(() => {
    const early: boolean[] = [];
    Object.assign(globalThis, { early });
    new MutationObserver(() => {
      const drawn = document.querySelector(".lab-results[aria-busy=false] > .lab-figures");
      if (drawn) early.push(!drawn.querySelector("[aria-label='Word by word']"));
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const lab = new ScorecardPage(page);
  await lab.open();
  await expect(lab.results).toHaveAttribute("aria-busy", "false");
  expect(new Set(await page.evaluate(() => Reflect.get(globalThis, "early") as boolean[]))).toEqual(new Set([false]));
  await expect(lab.results.getByText(/numbers changed clearly/).first()).toBeVisible();
  const below = lab.results.getByRole("region", { name: "Word by word" }).getByLabel("Variant");
  await below.selectOption({ label: "polyglot-hi" });
  await lab.number("Bits per byte, Hindi, polyglot-de").click();
  await expect(lab.behind).toContainText("-log2 p(token)");
  await expect(below.locator("option:checked")).toHaveText("polyglot-hi");
  await expect(lab.behind).toContainText("20 items; 95 %");
  await expect(lab.behind).toContainText("Against polyglot-base");
  await expect(lab.behind).toContainText("arXiv 2101.00027");
  await lab.behind.getByText("The 20 items").click();
  await expect(lab.behind.getByRole("row")).toHaveCount(21);
  await lab.behind.getByRole("button", { name: "Close" }).click();
  await expect(lab.behind).toHaveCount(0);
  await expect(lab.results).not.toContainText("NaN");
  await lab.settings.getByRole("checkbox", { name: "MEXA" }).uncheck();
  await expect(lab.cost).toContainText("nothing is left to run. Not run again: 15 of 15 measurements as recorded on");
  await lab.runButton.click();
  await expect(lab.status).toContainText("Nothing had to be computed. As recorded on");
});

test("the same card as heat map, small multiples and radar, and as JSON", async ({ page }) => {
  const lab = new ScorecardPage(page);
  await lab.open();
  await expect(lab.results.getByRole("grid", { name: /^Bits per byte, bits\/byte/ })).toBeVisible();
  await expect(lab.results.getByRole("grid", { name: /^Bits per byte less that of polyglot-base/ })).toBeVisible();
  const map = lab.results.getByRole("figure").filter({ has: page.getByRole("grid", { name: /^Bits per byte, bits/ }) });
  const [svg, png] = [await imageOf(map, "SVG"), await imageOf(map, "PNG")];
  const drawn = await textsOf(svg.toString(), await page.context().newPage());
  const cells = (await map.getByRole("gridcell").allTextContents()).filter((text) => text !== "");
  expect(drawn.texts).toEqual(expect.arrayContaining([...cells, "polyglot-hi"]));
  expect(drawn.texts.slice(-3).join(" ")).toMatch(/Babelscope · .*polyglot-de \(sha256 .*http/);
  // A PNG's width stands in big-endian order after the signature, and the length and name of its first chunk: two pixels to one.
  expect(png.readUInt32BE(16)).toBe(Math.ceil(2 * drawn.width));
  await lab.results.getByRole("radio", { name: "radar" }).check({ force: true });
  await expect(lab.results.getByRole("img", { name: /^Bits per byte by language/ })).toBeVisible();
  await lab.results.getByRole("radio", { name: "small multiples" }).check({ force: true });
  await expect(lab.results.getByRole("group", { name: /^Minimal pairs/ })).toBeVisible();
  await expect(lab.status).toContainText("Recorded on");
  const waiting = page.waitForEvent("download");
  await lab.numbers.getByRole("button", { name: "Download JSON" }).click();
  const card = JSON.parse(await readFile(await (await waiting).path(), "utf8")) as {
    variants: { title: string }[];
    changes: object[];
    computed: { checkpoints: Record<string, { sha256: string }> };
  };
  expect(card.changes[0]).toMatchObject({ n: 20, p: expect.any(Number), pHolm: expect.any(Number) });
  expect(card.computed.checkpoints["polyglot-de"]!.sha256).toHaveLength(64);
  expect(card.variants.map(({ title }) => title)).toEqual(["polyglot-base", "polyglot-de", "polyglot-hi"]);
  const items = await linesOf(lab.numbers.getByRole("button", { name: "Items as JSONL" }));
  expect(items[0]).toMatchObject({ settings: { variants: [{}, {}, {}] } });
  expect(items).toContainEqual(expect.objectContaining({ variant: "polyglot-de", measure: "minimal-pairs" }));
});

test("says what a run costs, takes it live beside its control, and runs nothing twice", async ({ page }) => {
  const lab = new ScorecardPage(page);
  const steering: Document["variants"][number] = {
    kind: "steering",
    name: "to German",
    model: "polyglot-base",
    weights: "f32",
    source: "en",
    target: "de",
    method: "mean-difference",
    position: "mean",
    layer: 2,
    strength: 1,
    span: "both",
  };
  await lab.openDocument({ variants: [base, steering], measures: ["bits-per-byte", "off-target"] });
  await expect(lab.cost).toContainText(/^3 variants, controls included: \d+ runs, .* About \d+/);
  await lab.finish();
  for (const title of ["polyglot-base", "to German", "to German, control"]) {
    await expect(lab.number(`Bits per byte, German, ${title}:`)).toContainText(/\d\.\d{3}/);
  }
  const first = await lab.number("Bits per byte, English, to German:").textContent();
  await lab.settings.getByRole("checkbox", { name: "Distinct word pairs" }).check();
  await lab.finish();
  await expect(lab.number("Distinct word pairs, English, to German:")).toBeVisible();
  await expect(lab.results.getByLabel("Measure", { exact: true })).toHaveValue("distinct-2");
  expect(await lab.number("Bits per byte, English, to German:").textContent()).toBe(first);
  await expect(lab.results.getByRole("region", { name: "Word by word" })).toBeVisible();
});

test("a merge comes from its link; what is no such link is said", async ({ page }) => {
  const lab = new ScorecardPage(page);
  await lab.open();
  const link = await page.evaluate(async () => {
    while (!window.babelscope) await new Promise((resolve) => setTimeout(resolve, 50));
    return window.babelscope.link({ lab: "merging", document: { maxNewTokens: 25 } });
  });
  const field = lab.variants.getByLabel("Or from a link of the merging or steering lab");
  await field.fill(link);
  await lab.variants.getByRole("button", { name: "Add from link" }).click();
  await expect(lab.variants.getByRole("group", { name: /merge of de \+ hi/ })).toBeVisible();
  await field.fill("https://example.org/#/merging");
  await lab.variants.getByRole("button", { name: "Add from link" }).click();
  await expect(lab.problem("link-invalid")).toContainText("no link of a merging, steering or scorecard experiment");
});

test("lines that do not pair are named before anything runs, and one item has no interval", async ({ page }) => {
  const lab = new ScorecardPage(page);
  await lab.openDocument({ variants: [base], measures: ["mexa", "minimal-pairs"], parallel: "en\tde\na\tb\nc\n" });
  await expect(lab.problem("input-invalid")).toContainText("Line 3 of the parallel sentences does not pair");
  await lab.openDocument({ variants: [base], measures: ["arithmetic"], languages: ["de"], written: 1 });
  await lab.finish();
  await lab.number("Arithmetic, German, polyglot-base").click();
  await expect(lab.behind).toContainText("One item: there is no interval.");
});
