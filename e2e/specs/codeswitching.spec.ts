import { expect, test } from "@playwright/test";
import { imageOf, textsOf } from "../pages/figure";
import { LabPage } from "../pages/lab";
import { linesOf } from "../pages/rows";

test("judges every place of the pair, and says why not where a switch is refused", async ({ page }) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  const english = page.getByRole("toolbar", { name: "English words" });
  await expect(english.getByRole("button", { name: /: allowed\./ })).toHaveCount(8);
  const reading = page.getByRole("region", { name: "Sentence pair" }).getByRole("status");
  await english.getByRole("button", { name: "Between red and car: refused." }).hover();
  await expect(reading).toContainText(
    "No switch here. “red” stands before “car” in English, but “rojo” after “coche” in Spanish",
  );
  await expect(page.locator("[data-named]")).toHaveText([/red/, /car/, /coche/, /rojo/]);
  await page.mouse.move(0, 0);
  await expect(reading).toContainText("Choose a word");
  await lab.settings.getByRole("radio", { name: "never: whole phrases only" }).check();
  await expect(
    english.getByRole("button", { name: /^Between the and old: refused\. “the old red car” is one phrase/ }),
  ).toBeVisible();
  await lab.run();
  await expect(lab.results.locator(".batch-measures").first()).toContainText("0 of 2 phrases broken");
  await lab.undo();

  await english.getByRole("button", { name: "Yesterday", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(reading).toContainText("A switch is allowed here.");
  await page.keyboard.press("End");
  await expect(english.getByRole("button", { name: "brother", exact: true })).toBeFocused();
});

test("links are edited with the pointer, with keys and as text, and undone", async ({ page }) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.settings.getByText("Own sentences, links and tree").click();
  const links = lab.settings.getByLabel("Links", { exact: true });
  const before = await links.inputValue();
  const english = page.getByRole("toolbar", { name: "English words" });
  const spanish = page.getByRole("toolbar", { name: "Spanish words" });

  await english.getByRole("button", { name: "red", exact: true }).click();
  await spanish.getByRole("button", { name: /^rojo/ }).click();
  await expect(links).not.toHaveValue(/5-6/);
  await expect(english.getByRole("button", { name: "red", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(english.getByRole("button", { name: "red, no link" })).toBeVisible();
  await expect(
    english.getByRole("button", { name: /Between red and car: refused. “red” has no counterpart/ }),
  ).toBeVisible();

  await english.getByRole("button", { name: "red, no link" }).focus();
  await page.keyboard.press("Enter");
  await spanish.getByRole("button", { name: "rojo, no link" }).focus();
  await page.keyboard.press("Enter");
  await expect(links).toHaveValue(before);
  await lab.undo();
  await expect(links).not.toHaveValue(before);
  await lab.redo();

  await links.fill("0-0 1x1");
  await expect(lab.settings.getByRole("alert")).toContainText("“1x1” at position 5");
  await expect(lab.problem("alignment-invalid").first()).toContainText("“1x1”");
  await expect(links).toHaveValue("0-0 1x1");
});

test("generates sentences at the rates asked for, measured, and hands them out as JSONL", async ({ page }) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.questions.getByText("What does the same sentence look like at CMI 10, 25 and 40?").click();
  await lab.run();
  await expect(lab.results).toContainText("allows 8,388,608 ways");
  for (const target of [10, 25, 40]) {
    const figure = lab.results.getByRole("figure").filter({ hasText: `CMI ${target} asked` });
    await expect(figure.getByRole("listitem")).toHaveCount(4);
    for (const line of await figure.locator(".batch-measures").allTextContents()) {
      expect(Math.abs(Number(/CMI ([\d.]+)/.exec(line)![1]) - target)).toBeLessThan(2);
    }
  }
  const figure = lab.results.getByRole("figure").filter({ hasText: "CMI 10 asked" });
  const { texts } = await textsOf((await imageOf(figure, "SVG")).toString(), await page.context().newPage());
  expect(texts.filter((text) => /^\d\.$/.test(text))).toEqual(["1.", "2.", "3.", "4."]);
  const switchMark = lab.results.getByRole("button", { name: /^Switch to / }).first();
  await switchMark.focus();
  await expect(page.getByRole("tooltip")).toContainText("in both languages");

  const lines = await linesOf(lab.results.getByRole("button", { name: "Sentences as JSONL" }));
  expect(lines).toHaveLength(13);
  const [head, first] = lines;
  expect(head).toMatchObject({ format: "babelscope-codeswitching", synthetic: true, settings: { seed: 1 } });
  expect(first).toMatchObject({ asked: { cmi: 10 }, theory: "equivalence", seed: 1 });
});

test("own sentences without a tree, and a theory that needs one", async ({ page }) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.settings.getByText("Own sentences, links and tree").click();
  await lab.settings.getByRole("textbox", { name: "First sentence" }).fill("We drink cold water.");
  await lab.settings.getByRole("textbox", { name: "Second sentence" }).fill("Bebemos agua fría.");
  await lab.settings.getByRole("button", { name: "Propose links" }).click();
  await expect(lab.settings.getByText("Learnt from this pair and 43 others")).toBeVisible();
  await expect(lab.settings.getByLabel("Links", { exact: true })).not.toHaveValue(/10-9/);
  await lab.settings.getByLabel("Links", { exact: true }).fill("0-0 1-0 2-2 3-1");
  const rows = ["1 We PRON 2 nsubj", "2 drink VERB 0 root", "3 cold ADJ 4 amod", "4 water NOUN 2 obj"].map((row) => {
    const [id, form, upos, head, relation] = row.split(" ");
    return [id, form, "_", upos, "_", "_", head, relation, "_", "_"].join("\t");
  });
  await lab.settings.getByLabel("Tree in brackets").fill(`${rows.join("\n")}\n`);
  await expect(lab.settings.getByLabel("Tree in brackets")).toHaveValue(/^\(.*\(NOUN water\)/);
  await lab.settings.getByLabel("Tree in brackets").fill("");
  await lab.run();
  await expect(lab.problem("input-invalid").first()).toContainText("needs a constituency tree");
  await lab.settings.getByLabel("Theory of where one may switch").selectOption("No crossing links");
  await lab.run();
  await expect(lab.results).toContainText("allows 4 ways");
  await expect(lab.results.getByRole("listitem").first()).toContainText(
    /Bebemos \|encold water\.|We drink \|esagua fría\./,
  );
  await lab.settings.getByRole("textbox", { name: "First sentence" }).fill("");
  await expect(lab.settings.getByRole("alert").first()).toContainText("Write a sentence.");
});

test("other sources: a dictionary of one's own, entities in four languages, a corpus with what was left out", async ({
  page,
}) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.questions.getByText("perros viejos").click();
  const file = { name: "my.txt", mimeType: "text/plain", buffer: Buffer.from("dogs perros\nold\n") };
  await lab.settings.getByLabel("Own dictionary").setInputFiles(file);
  await expect(lab.settings.getByText("1 are not two words and were left out, the first in line 2")).toBeVisible();
  await lab.run();
  await expect(lab.results.locator(".mixed").first()).toContainText("perros");
  await lab.settings.getByLabel("Made by").selectOption("Entities");
  await lab.settings.getByRole("textbox", { name: "Sentence" }).fill("We met in Spain.");
  await lab.run();
  await expect(lab.results.locator(".mixed")).toHaveCount(4);
  await lab.settings.getByLabel("Made by").selectOption("Corpus of many pairs");
  await lab.settings.getByRole("textbox", { name: "Own pairs" }).fill("we drink water\tbebemos agua\nwater\tagua");
  await lab.run();
  await expect(lab.results).toContainText("from 2 pairs of English and Spanish; 1 pair gave none");
  await lab.settings.getByText("Checks on each sentence: none").click();
  await lab.settings.getByRole("button", { name: "Add a pattern" }).click();
  const pattern = lab.settings.getByRole("textbox", { name: "Pattern 1" });
  await pattern.fill("(a");
  await expect(lab.settings.getByRole("alert")).toContainText("cannot be used as a pattern");
  await pattern.fill("(z|zz)+$");
  await lab.run();
  await expect(lab.results).toContainText("It does not match (z|zz)+$");
  await lab.settings.getByRole("radio", { name: "must not match" }).check();
  await expect(pattern).toHaveValue("(z|zz)+$");
  await lab.settings.getByRole("button", { name: "Leave the last out" }).click();
  await lab.run();
  await lab.settings.getByText("Read the sentences: not yet").click();
  await lab.settings.getByRole("checkbox", { name: /^Cut by tokenizers/ }).check();
  for (const name of ["GPT-2", "GPT-4 (", "GPT-4o"]) await lab.settings.getByRole("checkbox", { name }).uncheck();
  await lab.run();
  await expect(lab.results.getByRole("region", { name: "Cut by tokenizers" })).toContainText("tokens a word");
  expect(await lab.fitsWidth()).toBe(true);
});

test("a link opens the same sentences", async ({ page, browser }) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.questions.getByText("What changes when one language gives the frame?").click();
  await lab.run();
  const texts = await lab.results.locator(".mixed").allTextContents();
  const share = await lab.share();
  const link = await share.link();
  const context = await browser.newContext();
  const other = new LabPage(await context.newPage(), "codeswitching");
  await other.page.goto(link);
  await other.run();
  await expect(other.results.locator(".mixed")).toHaveText(texts);
  await context.close();
});

test("fits 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const lab = new LabPage(page, "codeswitching");
  await lab.open();
  await lab.run();
  expect(await lab.fitsWidth()).toBe(true);
});

test("sentences four ways stand beside one another, the last one whole", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const lab = new LabPage(page, "codeswitching");
  await lab.open({ hash: "#/codeswitching?preset=four-ways" });
  const table = lab.results.getByRole("region", { name: /^The sentences four ways/ });
  await expect(table).toBeVisible();
  expect(await table.evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBe(0);
});
