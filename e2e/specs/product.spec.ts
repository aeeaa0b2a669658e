import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

test("a lesson keeps the result back until a prediction is made, and goes from step to step", async ({ page }) => {
  await page.goto("./#/lessons");
  await page.getByRole("link", { name: "What tokens cost" }).click();
  const lesson = page.getByRole("region", { name: "Lesson" });
  const lab = new LabPage(page, "tokenizers");
  await expect(lesson).toContainText("step 1 of 4");
  await expect(lab.results).toContainText("once you have made a prediction");
  await expect(lab.runButton).toBeDisabled();
  await lesson.getByLabel("about twice as many").check();
  await lesson.getByRole("button", { name: "Predict, then see" }).click();
  await expect(lesson).toContainText("As recorded. More than four times");
  await expect(lesson).toContainText("Now change it.");
  await expect(lab.status).toContainText("Recorded on");
  await lesson.getByRole("button", { name: "Next step" }).click();
  await expect(lesson).toContainText("step 2 of 4");
  await expect(page).toHaveURL(/#\/lessons\/what-tokens-cost\/2$/);
});

test("the head of the start page is in view before its script is here, and stays where it is", async ({ page }) => {
  const placed = () =>
    page.evaluate(() =>
      [".masthead-labs", ".masthead-tools", "h1"].map((part) => {
        const { x, y, width, height } = document.querySelector(part)!.getBoundingClientRect();
        return [x, y, width, height, document.querySelector(part)!.textContent.replace(/\s+/g, "")];
      }),
    );
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/assets/index-*.js", (route) => held.then(() => route.continue()));
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.locator(".first-view h1")).toBeVisible();
    const before = await placed();
    release();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".first-view")).toHaveCount(0);
    expect(await placed()).toEqual(before);
    await page.unroute("**/assets/index-*.js");
  }
});

test("a teacher gives a lesson away with other settings, locked", async ({ page, context }) => {
  await page.goto("./#/lessons/what-tokens-cost/1");
  const lab = new LabPage(page, "tokenizers");
  await lab.settings.getByRole("textbox").first().fill("Ein Satz für die Klasse.");
  await page.getByRole("button", { name: "Share this lesson" }).click();
  const sheet = page.getByRole("dialog", { name: "Share this lesson" });
  await sheet.getByLabel("Lock the settings").check();
  await expect(sheet.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  const link = await sheet.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/#\/lessons\/what-tokens-cost\/1\?lock=1&v=\d+&z=/);

  const other = await context.newPage();
  await other.goto(link);
  const opened = new LabPage(other, "tokenizers");
  await expect(opened.settings.getByRole("textbox").first()).toHaveValue("Ein Satz für die Klasse.");
  await expect(opened.settings.getByRole("textbox").first()).toBeDisabled();
  await other.goto(link.replace("lock=1", "bare=1"));
  await expect(opened.settings.getByRole("textbox")).toHaveCount(0);
});

test("what is changed in a lesson is there after a reload, and on the way back from the next step", async ({
  page,
}) => {
  await page.goto("./#/lessons/what-tokens-cost/1");
  const text = new LabPage(page, "tokenizers").settings.getByRole("textbox").first();
  const begun = await text.inputValue();
  await text.fill("Mein eigener Satz.");
  await expect(page).toHaveURL(/#\/lessons\/what-tokens-cost\/1\?v=\d+&z=/);
  await page.reload();
  await expect(text).toHaveValue("Mein eigener Satz.");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(page.getByRole("region", { name: "Lesson" })).toContainText("step 2 of 4");
  await page.goBack();
  await expect(text).toHaveValue("Mein eigener Satz.");
  await page.goto("./#/lessons/what-tokens-cost/1");
  await expect(text).toHaveValue(begun);
});

test("Ctrl+K finds a question, a system and a word, and opens them by key; the word says what it means", async ({
  page,
}) => {
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Search" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByRole("combobox", { name: /^Labs, questions/ });
  await search.fill("hindi english cost");
  await expect(page.getByRole("dialog").getByRole("option").first()).toContainText(
    "Why does Hindi cost more than English?",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/tokenizers\?preset=why-hindi$/);
  await page.keyboard.press("ControlOrMeta+k");
  await search.fill("layer swapping");
  await expect(page.getByRole("option", { name: /Layer swapping/ })).toHaveCount(1);
  await search.fill("hallucinate");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(0);
  await search.fill("burstines hallucinate");
  await expect(page.getByRole("dialog").getByRole("status")).toContainText("these have some");
  await expect(page.getByRole("option").first()).toContainText("Burstiness");
  await search.fill("class distance");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/words\?word=class-distance$/);
  await expect(page.locator("#word-class-distance")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator("#word-class-distance").getByRole("button", { name: "mean states" })).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText("The residual stream at one token");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
});

test("a finding of several paragraphs is saved with the spaces between them", async ({ page }) => {
  const lab = new LabPage(page, "measures");
  await lab.open();
  await expect(lab.status).toContainText("Recorded on");
  await expect(lab.results.locator(".measures-headline p")).not.toHaveCount(1);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto("./#/saved");
  await expect(page.getByRole("main").locator(".saved").getByRole("listitem")).toContainText(/clearly\. Against /);
});

test("experiments are saved with their finding, compared, exported, deleted, had back and imported", async ({
  page,
}) => {
  const lab = new LabPage(page, "steering");
  for (const [preset, name] of [
    ["english-to-german", "To German"],
    ["english-to-hindi", "To Hindi"],
  ] as const) {
    await lab.open({ hash: `#/steering?preset=${preset}` });
    await expect(lab.status).toContainText("Recorded on");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const sheet = page.getByRole("dialog", { name: "Save this experiment" });
    // The field has the focus, its text selected.
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Saved under" })).toBeVisible();
  }
  await page.goto("./#/saved");
  const entries = page.getByRole("main").locator(".saved").getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("continuations are Hindi");
  await expect(entries.first().locator(".saved-cover")).toContainText("after layer");
  await expect(entries.first().locator(".saved-cover").getByText("unsteered")).toHaveCount(1);
  await page.getByLabel("Compare To German").check();
  await page.getByLabel("Compare To Hindi").check();
  const comparison = page.getByRole("region", { name: "Comparison" });
  const settings = comparison.getByRole("table", { name: "Settings that differ" });
  await expect(settings.getByRole("row", { name: /^Towards/ })).toHaveText("TowardsGerman (de)Hindi (hi)");
  const numbers = comparison.getByRole("table", { name: "Numbers that differ" });
  await expect(numbers.getByRole("row", { name: /^Steered: Bits per byte/ })).toContainText(/[+−]\d\.\d\d$/);
  await expect(comparison).toContainText("continuations are German");
  await comparison.getByText("All figures").first().click();
  await expect(comparison.getByRole("figure").first()).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export all" }).click(),
  ]);
  const file = { name: "mine.json", mimeType: "application/json", buffer: await readFile(await download.path()) };
  await page.getByRole("button", { name: "Delete To Hindi" }).click();
  await page.getByRole("button", { name: "Delete To German" }).click();
  await expect(entries).toHaveCount(0);
  const undo = page.getByRole("button", { name: "Undo delete" });
  await undo.click();
  await expect(entries).toHaveCount(1);
  await undo.click();
  await expect(entries).toHaveCount(2);
  await expect(undo).toHaveCount(0);
  await page.getByRole("button", { name: "Rename To Hindi" }).click();
  await page.getByLabel("New name").fill("Another script");
  await page.getByRole("button", { name: "Keep this name" }).click();
  await expect(entries.first()).toContainText("Another script");
  await page.getByLabel("Import").setInputFiles(file);
  await expect(entries).toHaveCount(3);
  const said = page.getByRole("status").filter({ hasText: "experiments." });
  await expect(said).toContainText("1 brought in, 1 already here.");
  await page.getByLabel("Find").fill("german");
  await expect(entries).toHaveCount(1);
  await expect(page.getByRole("status").first()).not.toContainText("brought in");
  await entries.first().getByRole("button", { name: "To German", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Steering" })).toBeVisible();
  await expect(lab.status).toContainText("Recorded on");
});

test("the systems are listed with what is left out, and found; the licences name what is built in", async ({
  page,
}) => {
  await page.goto("./#/systems");
  await expect(page.getByRole("main").getByRole("status")).toHaveText("146 of 146");
  await page.getByLabel("Find").fill("bandarkar");
  await page.getByLabel("Find").fill("MEXA");
  await page.getByRole("link", { name: "MEXA" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Scorecard" })).toBeVisible();
  await page.goto("./#/licences");
  await expect(page.getByRole("main")).toContainText("onnxruntime-web");
});
