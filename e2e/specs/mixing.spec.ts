import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

test("two models write together, token by token beside each alone; a filter tells what it removed", async ({
  page,
}) => {
  const lab = new LabPage(page, "steering");
  await lab.open({ query: "?backend=wasm", hash: "#/steering?preset=small-steers-bigger" });
  await expect(lab.results.getByText(/written together/)).toBeVisible();
  await lab.settings.getByLabel(/^Prompts/).fill("Tomorrow");
  await lab.settings.getByText("More settings").click();
  await lab.settings.getByRole("textbox", { name: /^New tokens/ }).fill("4");
  await lab.settings.getByRole("textbox", { name: "beta, typed", exact: true }).fill("0");
  await lab.run();
  await expect(lab.status).toContainText("Computed here");
  // β = 0 is the first model alone, token for token.
  const passages = await lab.results.locator(".passage").allTextContents();
  expect(passages).toHaveLength(4);
  expect(passages[0]).toBe(passages[1]);
  const tokens = lab.results.getByRole("listbox", { name: /^Tokens that were written/ }).getByRole("option");
  await expect(tokens).toHaveCount(4);
  await tokens.first().focus();
  await expect(page.getByRole("tooltip")).toContainText("together");
  await expect(lab.results.getByRole("grid", { name: /^How far each token/ }).getByRole("gridcell")).toHaveCount(12);

  await lab.settings.getByLabel("Mixed by").selectOption("Vocabulary and script filters");
  await lab.settings.getByLabel(/^Scripts/).fill("Devanagari");
  await lab.run();
  await expect(lab.results.getByText(/probability removed/)).toBeVisible();
  await expect(lab.results.locator(".passage").first()).not.toContainText(/Tomorrow.*[a-z]/);
  await expect(lab.results.getByRole("grid", { name: /^What was excluded/ }).getByRole("gridcell")).toHaveCount(4);
});
