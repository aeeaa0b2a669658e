import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { pack } from "../../src/experiments/packing";
import type { LabId } from "../../src/experiments/experiment";
import { LabPage } from "../pages/lab";

/** How many experiments; `SOAK=30 npm run soak` for a first impression. */
const count = Number(process.env["SOAK"] ?? 200);
/** Memory is compared with that after so many. */
const settled = 10;
/** So many of each lab, those that are computed in the shortest time; the longest of them first, as the runtime keeps what it once had. */
const ofEach = 6;

declare const gc: () => void;

interface Recorded {
  readonly lab: LabId;
  readonly document: Readonly<Record<string, unknown>>;
  readonly recorded: { readonly seconds: number };
}

/** The presets of all labs in turn, one of each lab after the other. */
function experiments(): readonly Recorded[] {
  const root = fileURLToPath(new URL("../../public/presets/", import.meta.url));
  const byLab = readdirSync(root).map((lab) =>
    readdirSync(`${root}${lab}`)
      .map((file) => JSON.parse(readFileSync(`${root}${lab}/${file}`, "utf8")) as Recorded)
      .toSorted((a, b) => a.recorded.seconds - b.recorded.seconds)
      .slice(0, ofEach)
      .toReversed(),
  );
  const rounds = Math.max(...byLab.map((lab) => lab.length));
  return Array.from({ length: rounds }, (_, round) => byLab.map((lab) => lab[round % lab.length]!)).flat();
}

/** Its settings, a little different each time, so that nothing is computed before. */
function varied({ lab, document }: Recorded, i: number): string {
  const { seed, strength } = document;
  const settings = {
    ...document,
    ...(typeof seed === "number" && { seed: seed + i }),
    ...(typeof strength === "number" && { strength: strength * (1 + i / 1000) }),
  };
  return `#/${lab}?v=1&z=${pack(JSON.stringify(settings), `${lab}/1`)}`;
}

/** Bytes that the tab's process holds after a collection: page, worker and runtime together. Linux only. */
async function residentBytes(page: Page): Promise<number> {
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => gc());
    for (const worker of page.workers()) await worker.evaluate(() => gc());
    await page.waitForTimeout(500);
  }
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))![1]));
  return 1024 * Math.max(...sizes) - (await watchersBytes(page));
}

interface MemoryDump {
  readonly args?: {
    readonly dumps?: {
      readonly allocators?: Readonly<
        Record<string, { readonly attrs: { readonly size?: { readonly value: string } } }>
      >;
    };
  };
}

/**
 * Bytes that the tab's process holds because it is watched: the protocol that drives the test keeps up to 200 MB of what
 * was fetched, as text, among the buffers of strings. The lab's own strings are few, and are subtracted with it.
 */
async function watchersBytes(page: Page): Promise<number> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const events: MemoryDump[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as MemoryDump[])));
  const categories = { includedCategories: ["disabled-by-default-memory-infra"], excludedCategories: ["*"] };
  await session.send("Tracing.start", { traceConfig: categories });
  await session.send("Tracing.requestMemoryDump", { levelOfDetail: "light" });
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const sizes = events.map(({ args }) => args?.dumps?.allocators?.["partition_alloc/partitions/buffer"]?.attrs.size);
  return Math.max(...sizes.map((size) => (size ? Number.parseInt(size.value, 16) : 0)));
}

test(`${count} experiments of all kinds in one tab: memory stays within a fifth of that after the first ${settled}`, async ({
  page,
}) => {
  const all = experiments();
  let before = 0;
  await page.goto("./?backend=wasm");
  for (let i = 0; i < count; i++) {
    const experiment = all[i % all.length]!;
    const lab = new LabPage(page, experiment.lab);
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      varied(experiment, i),
    );
    await expect(page.locator(`a[href="#/${experiment.lab}"][aria-current="page"]`)).toBeVisible();
    await lab.run(600_000);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(lab.status).toContainText("Computed here");
    const bytes = await residentBytes(page);
    console.log(`${i + 1} ${experiment.lab}: ${Math.round(bytes / 2 ** 20)} MiB, ${page.workers().length} worker`);
    if (i + 1 === settled) before = bytes;
    if (i + 1 > settled) expect(page.workers()).toHaveLength(1);
  }
  expect(await residentBytes(page)).toBeLessThan(1.2 * before);
});
