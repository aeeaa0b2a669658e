import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { labIds } from "../../src/experiments/experiment";
import { LabPage } from "../pages/lab";
import { ModelShelf } from "../pages/shelf";

/**
 * What axe finds that is serious or critical, one line each: every rule in the light theme, and in the dark one the contrast
 * of colours, which is all that a theme changes. Leaves the page dark.
 */
async function seriousIn(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  const light = await axe(page).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await axe(page).withRules(["color-contrast"]).analyze();
  return [...light.violations, ...dark.violations]
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}

/** Axe in the page itself, which holds no frames of others, naming no elements but those that break a rule. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

test.describe("in both themes axe finds nothing serious", () => {
  test("on the start page, on the pages beside the labs, in a lesson and in the search", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("main").getByRole("link", { name: /\?$/ }).first()).toBeVisible();
    expect(await seriousIn(page)).toEqual([]);
    for (const hash of ["lessons", "systems", "saved", "licences"]) {
      await page.goto(`./#/${hash}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Of 146 entries of one shape the 23 that say “token”: done, in part, and not.
      if (hash === "systems") await page.getByLabel("Find").fill("token");
      expect(await seriousIn(page)).toEqual([]);
    }
    await page.goto("./#/lessons/steering-and-its-price/1");
    await expect(page.getByRole("region", { name: "Lesson" })).toBeVisible();
    expect(await seriousIn(page)).toEqual([]);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
    expect(await seriousIn(page)).toEqual([]);
  });

  for (const id of labIds) {
    test(`in the lab ${id}`, async ({ page }) => {
      const lab = new LabPage(page, id);
      await lab.open();
      await expect(lab.status).toContainText("Recorded on");
      for (const details of await page.locator("details").all()) {
        await details.evaluate((element: HTMLDetailsElement) => {
          element.open = true;
        });
      }
      expect(await seriousIn(page)).toEqual([]);
    });
  }

  test("in the sheets", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    await lab.open();
    const share = await lab.share();
    expect(await seriousIn(page)).toEqual([]);
    await share.close();
    const shelf = new ModelShelf(page);
    await shelf.open();
    await shelf.lookUp("not a name");
    await expect(page.locator(".problem")).toBeVisible();
    expect(await seriousIn(page)).toEqual([]);
    await shelf.close();
    await page.keyboard.press("?");
    expect(await seriousIn(page)).toEqual([]);
  });
});
