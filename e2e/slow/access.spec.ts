import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { labIds } from "../../src/experiments/experiment";
import { LabPage } from "../pages/lab";

/** What a key can work: enabled, drawn, not taken out of the order; of radio buttons with one name, one. */
async function reachable(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]");
    const groups = new Set<string>();
    const wanted: string[] = [];
    let number = 0;
    for (const element of all) {
      if (
        element.tabIndex < 0 ||
        element.matches(":disabled") ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      if (element instanceof HTMLInputElement && element.type === "radio") {
        if (groups.has(element.name)) continue;
        groups.add(element.name);
        for (const other of document.getElementsByName(element.name)) other.dataset["key"] = `radio ${element.name}`;
        wanted.push(`radio ${element.name}`);
        continue;
      }
      number += 1;
      element.dataset["key"] = `${number} ${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)}`;
      wanted.push(element.dataset["key"]);
    }
    return wanted;
  });
}

/** Goes through the page by Tab alone, and gives what had the focus, with those whose focus is not seen. */
async function tabThrough(
  page: Page,
  most: number,
): Promise<{ readonly visited: Set<string>; readonly unseen: string[] }> {
  const visited = new Set<string>();
  const unseen: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // What scrolls is a stop of its own, without a key.
  for (let i = 0; i < 2 * most && visited.size < most; i++) {
    await page.keyboard.press("Tab");
    const { key, seen } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        key: element.dataset["key"],
        seen: (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none",
      };
    });
    if (key === undefined) continue;
    if (!seen) unseen.push(key);
    visited.add(key);
  }
  return { visited, unseen };
}

/** What axe finds that is serious. Contrast is left out: the colours are the system's, and axe reads the page's. */
async function seriousIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(["color-contrast"]).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

for (const id of labIds) {
  test(`${id} is worked by keyboard alone: everything is reached, the focus is seen, a run is begun and stopped`, async ({
    page,
  }) => {
    const lab = new LabPage(page, id);
    await lab.open({ query: "?backend=wasm" });
    await expect(lab.status).toContainText("Recorded on");
    await expect(lab.results).toHaveAttribute("aria-busy", "false");
    const wanted = await reachable(page);
    const { visited, unseen } = await tabThrough(page, wanted.length);
    expect(wanted.filter((key) => !visited.has(key))).toEqual([]);
    expect(unseen).toEqual([]);
    await lab.runButton.focus();
    await page.keyboard.press("Enter");
    await expect(lab.stopButton.or(lab.runButton)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(lab.runButton).toBeVisible();
    const share = page.getByRole("button", { name: "Share", exact: true });
    await share.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Share this experiment" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(share).toBeFocused();
  });

  test(`${id} in forced colours: axe finds nothing serious, and what is pressed or current differs from what is not`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: "active" });
    const lab = new LabPage(page, id);
    await lab.open();
    await expect(lab.status).toContainText("Recorded on");
    expect(await seriousIn(page)).toEqual([]);
    const data = lab.results.locator('[style*="background"]');
    const kept = await data.evaluateAll((all) => all.map((one) => getComputedStyle(one).forcedColorAdjust));
    expect(new Set(kept)).toEqual(new Set(kept.length > 0 ? ["none"] : []));
    const style = (current: string) =>
      page
        .getByRole("navigation", { name: "Labs" })
        .locator(`a${current}`)
        .first()
        .evaluate((link) => {
          const { color, textDecorationLine, borderBlockEnd, fontWeight, backgroundColor, outline } =
            getComputedStyle(link);
          return [color, textDecorationLine, borderBlockEnd, fontWeight, backgroundColor, outline].join(" ");
        });
    expect(await style('[aria-current="page"]')).not.toBe(await style(":not([aria-current])"));
  });

  test(`${id} from right to left, with every label half as long again, fits its window`, async ({ page }) => {
    const lab = new LabPage(page, id);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto("about:blank");
      await lab.open();
      await expect(lab.status).toContainText("Recorded on");
      await page.evaluate(() => {
        document.documentElement.dir = "rtl";
        const labels = document.querySelectorAll("button, label, legend, summary, h1, h2, h3, th, .note");
        for (const label of labels) {
          const text = [...label.childNodes].find((node) => node.nodeType === 3 && node.textContent!.trim() !== "");
          // In words of ten letters: a longer one need not fit.
          const added = (characters: number) => "ـ".repeat(characters).replace(/.{10}/gu, "$& ");
          if (text) text.textContent = `⁧${text.textContent} ${added(Math.ceil(text.textContent!.length / 2))}⁩`;
        }
      });
      await expect.poll(() => lab.fitsWidth(), `${width} pixels`).toBe(true);
    }
  });
}
