import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { pack } from "../../src/experiments/packing";
import { LabPage } from "../pages/lab";

/** What the page's policy refused, and what was asked of the network: addresses with bodies, of page and worker. */
async function watch(page: Page): Promise<{ readonly refused: string[]; readonly asked: string[] }> {
  const refused: string[] = [];
  const asked: string[] = [];
  await page.exposeFunction("refusedByPolicy", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const told = window as unknown as { refusedByPolicy: (what: string) => void };
      told.refusedByPolicy(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on("console", (message) => {
    if (/security policy|trusted/i.test(message.text())) refused.push(message.text());
  });
  page.context().on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  return { refused, asked };
}

test("a lab runs within the policy, and no request carries a prompt", async ({ page, baseURL }) => {
  const { refused, asked } = await watch(page);
  const lab = new LabPage(page, "steering");
  const settings = {
    prompts: "Zwetschgenkuchen",
    maxNewTokens: 2,
    texts: "own",
    sourceTexts: "one\ntwo\nthree\nfour",
    targetTexts: "eins\nzwei\ndrei\nvier",
  };
  await lab.open({ query: "?backend=wasm", hash: `#/steering?v=1&z=${pack(JSON.stringify(settings), "steering/1")}` });
  await lab.run();
  await expect(lab.status).toContainText("Computed here");
  await expect(lab.results).toContainText("Zwetschgenkuchen");
  expect(refused).toEqual([]);
  expect(asked.some((request) => request.includes("model.safetensors"))).toBe(true);
  expect(asked.filter((request) => !request.startsWith(baseURL!) && !request.startsWith("blob:"))).toEqual([]);
  expect(asked.filter((request) => decodeURIComponent(request).includes("Zwetschgenkuchen"))).toEqual([]);
});

test("the policy holds: no code from text, no markup from text, no other host, in the page and in its worker", async ({
  page,
}) => {
  await page.goto("./#/tokenizers");
  const outcomes = await page.evaluate(async () => {
    // What the driver itself evaluates may compile text; what runs after it may not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const attempts: Record<string, () => unknown> = {
      code: () => Reflect.construct(Function, ["return 1"]),
      markup: () => {
        document.createElement("div").innerHTML = "<b>bold</b>";
      },
      script: () => {
        document.createElement("script").src = "https://example.com/a.js";
      },
      fetch: () => fetch("https://example.com/", { mode: "no-cors" }),
      style: () => {
        const style = document.createElement("style");
        style.textContent = "body { color: red }";
        document.head.append(style);
        if (style.sheet === null) throw new Error("refused");
      },
    };
    const outcome: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcome[name] = "allowed";
      } catch {
        outcome[name] = "refused";
      }
    }
    const begin = new Blob(
      [
        "fetch('https://example.com/', {mode: 'no-cors'}).then(() => postMessage('allowed'), () => postMessage('refused'))",
      ],
      { type: "text/javascript" },
    );
    const worker = new Worker(URL.createObjectURL(begin), { type: "module" });
    outcome["fetch in a worker"] = await new Promise((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data));
    });
    return outcome;
  });
  expect(new Set(Object.values(outcomes)), JSON.stringify(outcomes)).toEqual(new Set(["refused"]));
  // A server for tests lets the page ask a mirror on this machine; what is built does not.
  expect(readFileSync("dist/index.html", "utf8")).not.toMatch(/127\.0\.0\.1|localhost/);
});
