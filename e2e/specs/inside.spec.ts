import { expect, test } from "@playwright/test";
import { defaults, type Document } from "../../src/experiments/documents/tokenizers";
import { hashOf } from "../../src/experiments/link";
import { LabPage } from "../pages/lab";

test("replays how a word became tokens, and searches the vocabulary", async ({ page }) => {
  const lab = new LabPage(page, "tokenizers");
  const document: Document = {
    ...defaults,
    text: "Wohnungsbaugesellschaft, don't stop",
    tokenizers: ["cl100k", "o200k"],
    languages: ["en"],
    ranked: "cl100k",
  };
  await lab.open({ hash: hashOf({ lab: "tokenizers", document }, defaults) });
  await lab.run();
  const inside = page.getByRole("region", { name: "Inside a tokenizer" });
  await inside.getByLabel("Look inside", { exact: true }).selectOption("cl100k");
  await inside.getByRole("button", { name: "'t", exact: true }).click();
  const steps = inside.getByRole("table", { name: /^'t: 1 step to 1 token/ });
  await expect(steps.getByRole("row").last()).toContainText("merge");
  await inside.getByText("Its vocabulary: search").click();
  await inside.getByLabel("Search for a piece or an id").fill("␣Haus");
  await expect(inside.getByRole("table", { name: /of 100,256 pieces/ })).toContainText("␣Haus");
  await inside.getByLabel("Overlap with").selectOption("o200k");
  await expect(inside.getByRole("table", { name: /that spell the same$/ })).toContainText("Devanagari");
  expect(await lab.fitsWidth()).toBe(true);
});
