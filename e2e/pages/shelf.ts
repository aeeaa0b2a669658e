import type { Locator, Page } from "@playwright/test";

/** The sheet of models: embedded, from the hub, from disk. */
export class ModelShelf {
  readonly sheet: Locator;

  constructor(readonly page: Page) {
    this.sheet = page.getByRole("dialog", { name: "Models" });
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: /^Models/ }).click();
  }

  async close(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Close" }).click();
  }

  item(title: string): Locator {
    return this.sheet.getByRole("listitem").filter({ hasText: title });
  }

  async load(title: string): Promise<void> {
    await this.item(title).getByRole("button", { name: /^Load/ }).click();
  }

  async lookUp(reference: string): Promise<void> {
    await this.sheet.getByLabel("From the hub").fill(reference);
    await this.sheet.getByRole("button", { name: "Look up", exact: true }).click();
  }

  async runOn(backend: "best there is" | "WebGPU" | "WASM"): Promise<void> {
    await this.sheet.getByRole("radio", { name: backend }).check();
  }
}
