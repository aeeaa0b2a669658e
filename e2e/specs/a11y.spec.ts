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
    for (const hash of ["lessons", "systems", "words", "saved", "licences"]) {
      await page.goto(`./#/${hash}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // Of 146 entries of one shape the 23 that say “token”: done, in part, and not. Of the words those that do.
      if (hash === "systems" || hash === "words") await page.getByLabel("Find").fill("token");
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
      expect(await movedAgainstWish(page)).toEqual([]);
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

/**
 * Elements that move longer than a frame, or scroll smoothly, though the reader wants reduced motion: all that is shown asks for
 * motion first, so that the page's style must overrule it.
 */
async function movedAgainstWish(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  return await page.evaluate(() => {
    const wanted = new CSSStyleSheet();
    const motion = "animation: turn 1s; transition: all 1s; scroll-behavior: smooth";
    wanted.replaceSync(`@keyframes turn { to { rotate: 1turn; } } *, *::before, *::after { ${motion}; }`);
    document.adoptedStyleSheets.push(wanted);
    const frame = 1 / 60;
    const longest = (durations: string) => Math.max(...durations.split(",").map(Number.parseFloat));
    return [...document.querySelectorAll("*")].flatMap((element) =>
      [undefined, "::before", "::after"]
        .map((part) => getComputedStyle(element, part))
        .filter(
          ({ animationDuration, transitionDuration, scrollBehavior }) =>
            longest(animationDuration) > frame || longest(transitionDuration) > frame || scrollBehavior !== "auto",
        )
        .map(() => `${element.tagName} ${element.className}`),
    );
  });
}

test.describe("at 400 %", () => {
  // A window of 1280 by 1024 pixels, each of which is four.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test("nothing overflows sideways, and every control comes into view uncovered", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    for (const hash of [
      "",
      "#/lessons",
      "#/systems",
      "#/words",
      "#/saved",
      "#/licences",
      "#/lessons/steering-and-its-price/1",
    ]) {
      await page.goto(`./${hash}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect.poll(() => lab.fitsWidth(), hash).toBe(true);
      expect(await outOfReach(page), hash).toEqual([]);
    }
    for (const id of labIds) {
      const lab = new LabPage(page, id);
      await lab.open();
      await expect(lab.status).toContainText("Recorded on");
      await expect.poll(() => lab.fitsWidth(), id).toBe(true);
      expect(await outOfReach(page), id).toEqual([]);
    }
  });
});

/** Controls that the focus does not bring into view, or that something lies over then. */
async function outOfReach(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary");
    return [...all].flatMap((control) => {
      if (
        control.tabIndex < 0 ||
        control.matches(":disabled") ||
        !control.checkVisibility({ visibilityProperty: true })
      )
        return [];
      control.focus();
      // The box of a control that is drawn by its label is the label's.
      const shown = control.closest("label") ?? control;
      const box = shown.getClientRects()[0];
      if (!box) return [`${control.tagName} ${control.textContent.slice(0, 40)}: no box`];
      const middle = (from: number, to: number, room: number) => (Math.max(0, from) + Math.min(room, to)) / 2;
      const at = document.elementFromPoint(
        middle(box.left, box.right, innerWidth),
        middle(box.top, box.bottom, innerHeight),
      );
      if (at && (shown.contains(at) || at === shown.parentElement)) return [];
      return [`${control.tagName} ${shown.textContent.slice(0, 40)}: under ${at?.tagName} ${at?.className}`];
    });
  });
}
