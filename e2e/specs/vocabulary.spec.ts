import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

test("trims the base in the page, proves that kept logits stayed, and hands the model to another lab", async ({
  page,
}) => {
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  await lab.settings.getByRole("radio", { name: "change a vocabulary" }).check({ force: true });
  // Two of the four sentences keep their tokens; without those there is nothing to compare.
  await lab.settings.getByLabel("A text of your own").fill("Das Wasser ist kalt.\nSu soğuk.");
  await lab.settings.getByText(/^Bits per byte in/).click();
  await lab.settings.getByLabel("Held-out sentences a language, typed").fill("2");
  await lab.run();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(lab.results.getByText(/^\d+ rows in the place of 8,192/)).toBeVisible();
  const proof = lab.results.getByText(/^Proof of trimming/);
  await expect(proof).toContainText(/on 2 sentences, .*(?:bit for bit|which is rounding)/);
  await expect(lab.results.getByText(/is on the shelf/)).toBeVisible();
  await expect(lab.results.getByRole("button", { name: "Download tokenizer.json" })).toBeEnabled();

  await page.evaluate(() => {
    location.hash = "#/steering";
  });
  const steering = new LabPage(page, "steering");
  await expect(steering.settings.getByLabel("Model").first()).toContainText(/polyglot-base, trimmed, \d+ rows/);
});

test("trains a tokenizer in a worker and compares it", async ({ page }) => {
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  await lab.settings.getByRole("radio", { name: "train", exact: true }).check({ force: true });
  await lab.settings.getByLabel("A text of your own").fill("the cat sat on the mat and the hat\n".repeat(20));
  await lab.run();
  await expect(lab.results.getByText(/^BPE over bytes: \d+ rows/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    lab.results.getByRole("button", { name: "Download tokenizer.json" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("tokenizer.json");
  await lab.results.getByRole("button", { name: "Compare it" }).click();
  await expect(lab.settings.getByRole("checkbox", { name: /byte-level-bpe-own-text/ })).toBeChecked();
});
