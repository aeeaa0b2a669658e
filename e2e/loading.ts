import type { Page } from "@playwright/test";

/** The backend on which the page's console loads polyglot-base when asked for WASM, or the code of what went wrong. */
export function outcomeOfLoading(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      return (await window.babelscope.load("polyglot-base", { backend: "wasm" })).backend;
    } catch (thrown) {
      return (thrown as { problem: { code: string } }).problem.code;
    }
  });
}
