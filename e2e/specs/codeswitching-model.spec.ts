import { expect, test } from "@playwright/test";
import { LabPage } from "../pages/lab";

test("a model is switched by a plan, four ways side by side; agents judge what they write; states and orders are read", async ({
  page,
}) => {
  const lab = new LabPage(page, "codeswitching");
  await lab.open({ query: "?backend=wasm" });
  await lab.settings.getByLabel("Made by").selectOption("A language model");
  const plan = lab.settings.getByLabel("Plan of spans");
  await plan.fill("en 3");
  await expect(lab.settings.getByText("The plan has 1 language.")).toBeVisible();
  await plan.fill("en 3, hi 3");
  await lab.run();
  await expect(lab.status).toContainText("Computed here");
  await expect(lab.results.locator(".planned-text")).toHaveCount(4);
  await expect(lab.results.getByRole("list", { name: "Plan" }).getByRole("listitem")).toHaveCount(2);
  await expect(lab.results.getByRole("row", { name: /^Directions by the plan/ })).toContainText("%");

  await lab.settings.getByLabel("Made by").selectOption("Agents");
  await lab.settings.getByRole("textbox", { name: /^Samples/ }).fill("1");
  await lab.settings.getByRole("textbox", { name: /^New tokens/ }).fill("8");
  await lab.run();
  await expect(lab.results.getByText(/of 1 sample reaches/)).toBeVisible();
  await expect(lab.results.locator(".agent-marks").first()).toContainText("measured");

  await lab.settings.getByLabel("Made by").selectOption("Lexicon");
  await lab.settings.getByText("Read the sentences: not yet").click();
  for (const name of [/^Four ways/, /^Units in other orders/])
    await lab.settings.getByRole("checkbox", { name }).check();
  await lab.settings.getByRole("textbox", { name: /^Sentences read/ }).fill("1");
  await lab.run();
  const ways = lab.results.getByRole("region", { name: "Four ways", exact: true });
  const matrix = ways.getByRole("grid", { name: /^All four against one another/ });
  await expect(matrix.getByRole("gridcell", { name: "variant mixed, variant mixed: 1.00" })).toBeVisible();
  await ways.getByRole("gridcell", { name: /^pair native – mixed, layer 1:/ }).click();
  await expect(ways).toContainText("After layer 1 of");
  await expect(ways.getByRole("button", { name: "Pairs as JSONL" })).toBeVisible();
  const orders = lab.results.getByRole("region", { name: "Units in other orders", exact: true });
  await expect(orders.getByRole("row", { name: /first unit behind the last/ })).toBeVisible();
});
