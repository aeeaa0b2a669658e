import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";

/** The lines of the JSONL file that a button gives. */
export async function linesOf(button: Locator): Promise<readonly unknown[]> {
  const waiting = button.page().waitForEvent("download");
  await button.click();
  const text = await readFile(await (await waiting).path(), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
