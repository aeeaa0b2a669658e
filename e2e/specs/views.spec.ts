import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

test("a look inside: lens by layer and token, language by layer, map, attention", async ({ page }) => {
  const lab = new LabPage(page, "steering");
  await lab.open({ query: "?backend=wasm", hash: "#/steering?preset=which-language-inside" });
  await lab.settings.getByLabel("Text", { exact: true }).fill("Der Hund");
  await lab.settings.getByRole("textbox", { name: /^Sentences/ }).fill("2");
  await lab.run();
  await expect(lab.status).toContainText("Computed here");
  const tokens = await lab.results
    .getByRole("grid", { name: /^The likeliest next token/ })
    .getByRole("columnheader")
    .count();
  const cells = lab.results.getByRole("grid", { name: /^The likeliest next token/ }).getByRole("gridcell");
  await expect(cells).toHaveCount(8 * (tokens - 1));
  await cells.last().hover();
  await expect(page.getByRole("tooltip")).toContainText("Languages: en");
  await expect(lab.results.getByRole("img", { name: /^Layer 0: 10 sentences/ })).toBeVisible();
  await expect(lab.results.getByRole("grid", { name: /^Head 0/ })).toBeVisible();
});
