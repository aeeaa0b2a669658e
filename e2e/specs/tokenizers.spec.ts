import { expect, type Locator, test } from "@playwright/test";
import { defaults, type Document } from "../../src/experiments/documents/tokenizers";
import { hashOf } from "../../src/experiments/link";
import { LabPage } from "../pages/lab";

const family = "👨‍👩‍👧‍👦";

/** The tokenizers lab with its own handles. */
class TokenizersPage extends LabPage {
  readonly text = this.settings.getByLabel("Text", { exact: true });
  readonly metric = this.results.getByLabel("Metric", { exact: true });
  readonly scorecard = this.results.getByRole("grid");
  readonly ownFile = this.settings.getByLabel("Add a tokenizer.json");

  /** Opens the link of a document; the scorecard of two languages unless it is said. */
  async openDocument(change: Partial<Document>): Promise<void> {
    const document: Document = { ...defaults, languages: ["en", "hi"], ...change };
    await this.follow(hashOf({ lab: "tokenizers", document }, defaults));
  }

  /** Boxes of one tokenizer's strip. */
  boxes(tokenizer: string): Locator {
    return this.results.locator(`[data-tokenizer="${tokenizer}"]`).getByRole("option");
  }

  /** Tokens of the text in the field, as the strip's head counts them. */
  async count(tokenizer: string): Promise<number> {
    const head = await this.results.locator(`[data-tokenizer="${tokenizer}"] .note`).innerText();
    return Number(/^[\d,]+/.exec(head)?.[0].replaceAll(",", ""));
  }

  use(tokenizer: RegExp): Locator {
    return this.settings.getByRole("checkbox", { name: tokenizer });
  }
}

test.describe("on one page", () => {
  // In order: the vocabularies are fetched and read once.
  test.describe.configure({ mode: "default" });
  let lab: TokenizersPage;
  test.beforeAll(async ({ browser }) => {
    lab = new TokenizersPage(await browser.newPage(), "tokenizers");
    await lab.open();
  });
  test.afterAll(() => lab.page.close());

  test("fills in a sentence of the parallel set, a line a language", async () => {
    const another = lab.settings.getByRole("button", { name: "Another sentence, in every language" });
    await another.click();
    await expect(lab.text).toHaveValue(
      /^I forgot my umbrella on the train\.\nIch habe meinen Regenschirm im Zug vergessen\.\n/,
    );
    await another.click();
    await expect(lab.text).toHaveValue(/^Can you please open the window\?\n/);
  });

  test("scores languages; choosing a metric or a column keeps the results", async () => {
    await lab.run();
    const cell = lab.scorecard.getByRole("gridcell", { name: /^language Hindi, tokenizer GPT-2: / });
    await expect(cell).toHaveText("6.43");
    await expect(lab.results.locator("[data-finding]")).toContainText(
      "6.4 times as many tokens in Hindi as in English",
    );
    await lab.scorecard.getByRole("gridcell", { name: /^language Hindi, tokenizer polyglot: / }).click();
    await expect(lab.results.getByLabel("Rank the languages of")).toHaveValue("polyglot-base");
    await lab.metric.selectOption("Broken graphemes");
    await expect(lab.scorecard).toHaveAttribute("aria-label", /^Broken graphemes/);
    await expect(lab.status).not.toContainText("settings have changed");
    await lab.results.getByText("What this metric counts").click();
    await expect(lab.results.getByText(/Graphemes by UAX 29/)).toBeVisible();
  });

  test("leads into its scorecard by key also where the cell that was walked to is gone", async () => {
    await lab.openDocument({ tokenizers: ["r50k", "utf8"], ranked: "r50k" });
    await lab.run();
    await lab.scorecard.getByRole("gridcell").last().focus();
    await expect(lab.scorecard.locator('[tabindex="0"]')).toHaveCount(1);
    await lab.use(/^UTF-8/).uncheck();
    await lab.run();
    await expect(lab.scorecard.getByRole("gridcell")).toHaveCount(2);
    await expect(lab.scorecard.locator('[tabindex="0"]')).toHaveCount(1);
  });

  test("cuts one text with the published vocabularies and counts exactly", async () => {
    await lab.openDocument({});
    await lab.text.fill("人人生而自由，在尊严和权利上一律平等。");
    await lab.use(/^Graphemes/).check();
    await lab.run();
    await expect(lab.page.getByRole("alert")).toHaveCount(0);
    for (const [tokenizer, tokens] of [
      ["r50k", 36],
      ["cl100k", 21],
      ["o200k", 15],
      ["utf8", 57],
      ["graphemes", 19],
    ] as const) {
      expect(await lab.count(tokenizer)).toBe(tokens);
    }
    const table = lab.results.getByRole("table", { name: /^This text under each tokenizer: 19 characters, 57 bytes/ });
    await expect(table.getByRole("row", { name: /^GPT-4o/ })).toContainText("200,019");
  });

  test("points at the same bytes in every strip, with ids and offsets", async () => {
    await lab.openDocument({ text: `x${family}` });
    await lab.run();
    await lab.boxes("cl100k").nth(1).hover();
    const readout = lab.page.getByRole("tooltip");
    await expect(readout).toContainText("9468");
    await expect(readout).toContainText("bytes 1–3, code points 1–2, graphemes 1–2");
    await expect(lab.results.locator('[data-tokenizer="o200k"] .strip-linked')).toHaveText(new RegExp(family));
    await expect(lab.results.locator('[data-tokenizer="utf8"] .note')).toContainText("here");
    await lab.page.mouse.move(0, 0);
  });

  test("draws no boundary inside a grapheme, and Arabic from right to left", async () => {
    await lab.openDocument({ text: `हिन्दी ${family} क्ष e\u0301` });
    await lab.run();
    expect(await lab.boxes("utf8").locator("visible=true").allTextContents()).toEqual([
      "हि",
      "न्दी",
      " ",
      family,
      " ",
      "क्ष",
      " ",
      "e\u0301",
    ]);
    await lab.text.fill("الماء بارد.");
    const strip = lab.results.locator('[data-tokenizer="o200k"]').getByRole("listbox");
    await expect(strip).toContainText("الماء");
    expect(await strip.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  });

  test("follows typing without a run, also in 10,000 characters", async () => {
    await lab.text.fill("Hello world");
    await expect.poll(() => lab.count("utf8")).toBe(11);
    expect(await lab.count("r50k")).toBe(2);
    await lab.text.fill("नमस्ते दुनिया, hello world! ".repeat(370).slice(0, 10_000));
    await expect.poll(() => lab.count("utf8")).toBeGreaterThan(10_000);
    await expect(lab.results.getByText(/^part 1 of \d+$/)).toBeVisible();
    await lab.results.getByRole("button", { name: "Later", exact: true }).click();
    await expect(lab.results.getByText(/^part 2 of \d+$/)).toBeVisible();
    expect(await lab.boxes("utf8").count()).toBeLessThanOrEqual(400);
  });

  test("names an empty text and keeps what was computed", async () => {
    await lab.text.fill("  ");
    await lab.run();
    await expect(lab.problem("prompt-empty")).toBeVisible();
    await expect(lab.scorecard).toBeVisible();
  });

  test("takes a tokenizer.json of one's own, and names one that is none", async () => {
    await lab.openDocument({ text: "Der Hund schläft.", tokenizers: ["polyglot-base", "utf8"], ranked: "utf8" });
    await lab.ownFile.setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await expect(lab.problem("tokenizer-invalid")).toContainText("cannot be used");
    await lab.ownFile.setInputFiles("public/models/polyglot-base/tokenizer.json");
    await expect(lab.problem("tokenizer-invalid")).toHaveCount(0);
    await expect(lab.use(/^tokenizer\.json/)).toBeChecked();
    await lab.run();
    const own = await lab.results.locator('[data-tokenizer^="own:"]').getAttribute("data-tokenizer");
    expect(await lab.count(own ?? "")).toBe(await lab.count("polyglot-base"));
  });

  test("a link opened in a fresh profile gives the same tokens; a file that is not in it is named", async ({
    browser,
  }) => {
    await lab.text.fill("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.");
    await lab.run();
    const boxes = await lab.boxes("polyglot-base").allTextContents();
    const sheet = await lab.share();
    const { hash } = new URL(await sheet.link());
    await sheet.close();
    const other = new TokenizersPage(await browser.newPage(), "tokenizers");
    await other.page.goto(new URL(`./${hash}`, lab.page.url()).href);
    await expect(other.text).toHaveValue(/^Zwölf Boxkämpfer/);
    await other.run();
    expect(await other.boxes("polyglot-base").allTextContents()).toEqual(boxes);
    await expect(other.problem("tokenizer-invalid")).toContainText("not in the link");
    await other.page.close();
  });
});
