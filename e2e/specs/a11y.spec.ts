import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { labIds } from "../../src/experiments/experiment";
import { LabPage } from "../pages/lab";
import { ModelShelf } from "../pages/shelf";

/** What axe finds that is serious or critical, one line each. */
async function seriousIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} theme axe finds nothing serious`, () => {
    test.use({ colorScheme });

    test("on the start page", async ({ page }) => {
      await page.goto("./");
      await expect(page.getByRole("main").getByRole("link", { name: /\?$/ }).first()).toBeVisible();
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

    test("on the pages beside the labs, in a lesson and in the search", async ({ page }) => {
      for (const hash of ["lessons", "systems", "saved", "licences"]) {
        await page.goto(`./#/${hash}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await seriousIn(page)).toEqual([]);
      }
      await page.goto("./#/lessons/steering-and-its-price/1");
      await expect(page.getByRole("region", { name: "Lesson" })).toBeVisible();
      expect(await seriousIn(page)).toEqual([]);
      await page.keyboard.press("ControlOrMeta+k");
      await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
      expect(await seriousIn(page)).toEqual([]);
    });

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
}
