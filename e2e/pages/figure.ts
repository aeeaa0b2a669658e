import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** A figure, taken along as an image. */
export async function imageOf(figure: Locator, format: "SVG" | "PNG"): Promise<Buffer> {
  const waiting = figure.page().waitForEvent("download");
  await figure.getByRole("button", { name: `Download figure as ${format}` }).click();
  return await readFile(await (await waiting).path());
}

/** The texts of an SVG file and its width, as an XML parser reads them on an empty page. */
export async function textsOf(svg: string, page: Page) {
  const read = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    const texts = [...document.querySelectorAll("text")].map(({ textContent }) => textContent);
    return { texts, width: Number(document.documentElement.getAttribute("width")) };
  }, svg);
  await page.close();
  return read;
}
