import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { pack } from "../../src/experiments/packing";
import { LabPage } from "../pages/lab";

const prompt = 'Ein Schiff verließ den Hafen, नाव धीरे चली, and <b>nobody</b> & "nothing"';

test("a link opens the same experiment in a fresh profile and starts nothing by itself", async ({ page, browser }) => {
  const lab = new LabPage(page, "steering");
  await lab.open();
  await lab.settings.getByLabel(/^Prompts/).fill(prompt);
  const share = await lab.share();
  const link = await share.link();
  expect(link).toMatch(/#\/steering\?v=\d+&z=[\w-]+$/);
  await expect(share.sheet.getByTestId("link-length")).toHaveText(`${link.length} characters`);
  expect(await share.markdown()).toContain(`](${link})`);
  expect(await share.frame()).toContain("?embed=1#/steering?v=2&amp;z=");

  const context = await browser.newContext();
  const fresh = await context.newPage();
  const requests: string[] = [];
  fresh.on("request", (request) => requests.push(request.url()));
  await fresh.goto(link);
  const opened = new LabPage(fresh, "steering");
  await expect(opened.settings.getByLabel(/^Prompts/)).toHaveValue(prompt);
  await expect(opened.status).toContainText("Not yet run");
  await expect(opened.stopButton).toHaveCount(0);
  expect(requests.filter((url) => /\.(safetensors|wasm)|models\/|huggingface/.test(url))).toEqual([]);
  await context.close();
});

test.describe("a link that is not whole or not honest", () => {
  async function linkOf(lab: LabPage): Promise<string> {
    await lab.open();
    await lab.settings.getByLabel(/^Prompts/).fill(prompt);
    const share = await lab.share();
    const link = await share.link();
    await share.close();
    return link.slice(link.indexOf("#"));
  }

  test("is named as cut, altered, or too large, and leaves the lab usable", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    const hash = await linkOf(lab);
    await page.goto("about:blank");
    await lab.open({ hash: hash.slice(0, -20) });
    await expect(lab.problem("link-cut")).toBeVisible();
    await page.goto("about:blank");
    const at = hash.length - 10;
    await lab.open({ hash: hash.slice(0, at) + (hash[at] === "A" ? "B" : "A") + hash.slice(at + 1) });
    await expect(lab.problem("link-altered")).toBeVisible();
    await expect(lab.status).toContainText("Recorded on");
    await page.goto("about:blank");
    await page.goto(`./#/steering?v=1&z=${"A".repeat(17_000)}`);
    await expect(lab.problem("link-too-large")).toBeVisible();
  });

  test("from the future says so and shows what it can", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    const delta = { prompts: "Hallo", strength: "very strong", somethingNew: [1] };
    await lab.open({ hash: `#/steering?v=7&z=${pack(JSON.stringify(delta), "steering/7")}` });
    await expect(lab.problem("link-from-the-future")).toContainText("format 7");
    await expect(lab.settings.getByLabel(/^Prompts/)).toHaveValue("Hallo");
  });

  test("with settings that no lab can have is refused by name", async ({ page }) => {
    const lab = new LabPage(page, "steering");
    await lab.open({ hash: `#/steering?v=1&z=${pack('{"strength":1e9}', "steering/1")}` });
    await expect(lab.problem("link-invalid")).toContainText("strength");
    await page.goto("./#/cooking");
    await expect(page.locator('[data-code="link-invalid"]')).toBeVisible();
  });

  test("that names a model of the hub fetches nothing until it is allowed", async ({ page }) => {
    const asked: string[] = [];
    await page.route("https://huggingface.co/**", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 404 });
    });
    const lab = new LabPage(page, "steering");
    await lab.open({
      query: "?backend=wasm",
      hash: `#/steering?v=1&z=${pack('{"model":"some/model@main"}', "steering/1")}`,
    });
    await lab.runButton.click();
    const question = page.getByRole("dialog", { name: "Fetch a model?" });
    await expect(question).toContainText("some/model@main");
    expect(asked).toEqual([]);
    await question.getByRole("button", { name: "Do not fetch" }).click();
    await expect(lab.problem("cancelled")).toContainText("was not fetched");
    expect(asked).toEqual([]);
  });
});

test("an experiment goes out as a JSON file and comes back by drag and drop, results and all", async ({ page }) => {
  const lab = new LabPage(page, "steering");
  await lab.open();
  await expect(lab.status).toContainText("Recorded on");
  const share = await lab.share();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    share.sheet.getByRole("button", { name: "Download JSON file" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const file = JSON.parse(text) as { lab: string; result: unknown };
  expect(file.lab).toBe("steering");
  expect(file.result).toBeTruthy();

  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await drop(page, "experiment.json", text);
  await expect(page.getByRole("heading", { level: 1, name: "Steering" })).toBeVisible();
  await expect(lab.status).toContainText("Recorded on");
  await drop(page, "broken.json", text.slice(0, 100));
  await expect(page.locator('[data-code="link-invalid"]')).toBeVisible();
});

test("an embedded lab has no chrome, stores nothing, leaves its address alone, and leads to the lab", async ({
  page,
}) => {
  await page.goto("./?embed=1#/steering");
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await expect(page.getByRole("banner")).toHaveCount(0);
  await page.getByText("Settings", { exact: true }).click();
  await page.getByLabel(/^Prompts/).fill("Changed");
  await page.waitForTimeout(600);
  expect(page.url()).toMatch(/\?embed=1#\/steering$/);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  const out = await page.getByRole("link", { name: "Open in the lab" }).getAttribute("href");
  expect(out).toMatch(/^http[^?]*#\/steering\?v=\d+&z=/);
});

test("an experiment that is too large for a link survives a reload, and a link that is opened after it", async ({
  page,
}) => {
  // Seven thousand words that no other word is like.
  const text = Array.from({ length: 7_000 }, (_, i) => Math.round(i * 1e12 * Math.E).toString(36)).join(" ");
  const lab = new LabPage(page, "tokenizers");
  await lab.open();
  const field = lab.settings.getByLabel("Text", { exact: true });
  await field.fill(text.slice(0, 20_000));
  await expect(page).toHaveURL(/#\/tokenizers\?draft=[0-9a-f]{8}$/);
  const share = await lab.share();
  await expect(share.sheet.getByRole("status").first()).toContainText("too large for a link");
  await expect(share.sheet.getByLabel("Link", { exact: true })).toHaveCount(0);
  await share.close();
  await page.reload();
  await expect(field).toHaveValue(text.slice(0, 20_000));

  await lab.questions.getByRole("link").first().click();
  await expect(field).not.toHaveValue(text.slice(0, 20_000));
  await field.fill("Kurz.");
  await expect(page).toHaveURL(/#\/tokenizers\?v=\d+&z=/);
  await page.reload();
  await expect(field).toHaveValue("Kurz.");
  await page.goBack();
  await expect(field).toHaveValue(text.slice(0, 20_000));
});

test("what was copied is said, by the button and aloud", async ({ page }) => {
  const lab = new LabPage(page, "steering");
  await lab.open();
  const { sheet } = await lab.share();
  await sheet.getByRole("button", { name: "Copy Link" }).click();
  await expect(sheet.getByRole("button", { name: /^(Copied|Press Ctrl C): Link$/ })).toBeVisible();
  await expect(sheet.getByRole("status").filter({ hasText: /^(Copied|Press Ctrl C): Link$/ })).toHaveCount(1);
  await expect(sheet.getByRole("button", { name: "Copy Link" })).toBeVisible();
});

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], fileName!, { type: "application/json" }));
      window.dispatchEvent(new DragEvent("dragover", { dataTransfer: transfer, cancelable: true }));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
    },
    [name, text],
  );
}

test("the address of a question stays until something changes, then holds the whole experiment", async ({ page }) => {
  const lab = new LabPage(page, "steering");
  await lab.open();
  await lab.questions.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(/#\/steering\?preset=[\w-]+$/);
  await lab.settings.getByLabel(/^Prompts/).fill("Changed");
  await expect(page).toHaveURL(/#\/steering\?v=\d+&z=/);
  await lab.undo();
  await expect(lab.questions.getByRole("link").nth(1)).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveURL(/#\/steering\?v=\d+&z=/);
  await expect(lab.status).toContainText("Recorded on");
});
