import { expect, type Locator, type Page } from "@playwright/test";
import type { LabId } from "../../src/experiments/experiment";

/** A lab in its frame, as its users know it: by roles and names. */
export class LabPage {
  readonly settings: Locator;
  readonly results: Locator;
  readonly method: Locator;
  /** The line over the results that says where they come from. */
  readonly status: Locator;
  readonly questions: Locator;
  readonly runButton: Locator;
  readonly stopButton: Locator;

  constructor(
    readonly page: Page,
    readonly id: LabId,
  ) {
    this.settings = page.getByRole("region", { name: "Settings" });
    this.results = page.getByRole("region", { name: "Results", exact: true });
    this.method = page.getByRole("complementary", { name: "Method" });
    this.status = this.results.getByRole("status", { name: "Where the results come from" });
    this.questions = page.getByRole("navigation", { name: "Questions" });
    this.runButton = page.getByRole("button", { name: "Run", exact: true });
    this.stopButton = page.getByRole("button", { name: "Stop", exact: true });
  }

  /** Opens the lab: as it opens by itself, on a preset, or on a whole hash; `query` such as `?backend=wasm`. */
  async open({ hash = `#/${this.id}`, query = "" }: { hash?: string; query?: string } = {}): Promise<void> {
    await this.page.goto(`./${query}${hash}`);
    await expect(this.runButton).toBeVisible();
  }

  /** Opens a link in the page as it is, with its models. The lab is left first: its Run button comes back with the link. */
  async follow(hash: string): Promise<void> {
    await this.page.evaluate(() => {
      location.hash = "#/saved";
    });
    await expect(this.runButton).toHaveCount(0);
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(this.runButton).toBeVisible();
  }

  /** Runs and waits for the end; a problem ends it too. */
  async run(timeout = 90_000): Promise<void> {
    await this.runButton.click();
    await expect(this.runButton).toBeVisible({ timeout });
    await expect(this.results).toHaveAttribute("aria-busy", "false");
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: "Undo", exact: true }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole("button", { name: "Redo", exact: true }).click();
  }

  problem(code: string): Locator {
    return this.page.locator(`[role="alert"][data-code="${code}"]`);
  }

  async share(): Promise<ShareSheet> {
    await this.page.getByRole("button", { name: "Share", exact: true }).click();
    return new ShareSheet(this.page.getByRole("dialog", { name: "Share this experiment" }));
  }

  /** True where nothing is wider than the window, and no name of a row wider than its cell. */
  async fitsWidth(): Promise<boolean> {
    return this.page.evaluate(
      () =>
        document.documentElement.scrollWidth <= window.innerWidth &&
        [...document.querySelectorAll("th[scope=row]")].every((name) => name.scrollWidth <= name.clientWidth + 1),
    );
  }
}

/** The sheet with link, Markdown, frame and JSON file. */
export class ShareSheet {
  constructor(readonly sheet: Locator) {}

  link(): Promise<string> {
    return this.sheet.getByLabel("Link", { exact: true }).inputValue();
  }

  markdown(): Promise<string> {
    return this.sheet.getByLabel("Markdown", { exact: true }).inputValue();
  }

  frame(): Promise<string> {
    return this.sheet.getByLabel("Frame for another page", { exact: true }).inputValue();
  }

  async close(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Close" }).click();
  }
}
