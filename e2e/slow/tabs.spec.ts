import { expect, type Page, test } from "@playwright/test";
import { LabPage } from "../pages/lab";
import { ModelShelf } from "../pages/shelf";

test("two tabs at once, one of them frozen a while: both load and write the same, and what one saves or puts on the shelf the other has", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto("./?backend=wasm#/saved");
  const lab = new LabPage(page, "steering");
  await lab.open({ query: "?backend=wasm" });
  const write = (tab: Page) =>
    tab.evaluate(async () => {
      const model = await babelscope.load("polyglot-base", { backend: "wasm" });
      return (await babelscope.generate(model, "Das Haus", { maxNewTokens: 8 })).text;
    });
  for (const tab of [page, other]) await tab.waitForFunction(() => "babelscope" in globalThis);
  // The browser may freeze a tab in the background: it goes on when it is looked at again.
  const lifecycle = await context.newCDPSession(page);
  const first = write(page);
  await lifecycle.send("Page.setWebLifecycleState", { state: "frozen" });
  const second = await write(other);
  await lifecycle.send("Page.setWebLifecycleState", { state: "active" });
  expect(await first).toBe(second);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(other.locator(".saved").getByRole("listitem")).toHaveCount(1);
  await page.route("https://huggingface.co/**", (route) =>
    route.fulfill({ json: { sha: "a".repeat(40), siblings: [{ rfilename: "model.safetensors", size: 9 }] } }),
  );
  const shelf = new ModelShelf(page);
  await shelf.open();
  await shelf.lookUp("some/small");
  const elsewhere = new ModelShelf(other);
  await elsewhere.open();
  await expect(elsewhere.item("some/small")).toBeVisible();
});
