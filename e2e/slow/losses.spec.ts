import { expect, type Page, test, type Worker } from "@playwright/test";
import { seededRandom } from "../../src/random";
import { openEngine } from "../pages/engine";

/** How often the device is lost; `LOSSES=5 npm run losses` for a first impression. */
const runs = Number(process.env["LOSSES"] ?? 50);
const tokens = 8;

/** In the worker: the device it was given last, and how many of its devices' buffers are alive. */
declare const watched: { last: GPUDevice | undefined; alive: () => number };

async function watchDevices(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const buffers = new Map<GPUDevice, Set<GPUBuffer>>();
    const alive = () => [...buffers.values()].reduce((sum, { size }) => sum + size, 0);
    Object.assign(globalThis, { watched: { last: undefined, alive } });
    const { prototype } = GPUAdapter;
    const request = Reflect.get(prototype, "requestDevice");
    prototype.requestDevice = async function (...given) {
      const device = await Reflect.apply(request, this, given);
      const own = new Set<GPUBuffer>();
      buffers.set(device, own);
      watched.last = device;
      const create = device.createBuffer.bind(device);
      device.createBuffer = (descriptor) => {
        const buffer = create(descriptor);
        own.add(buffer);
        const destroy = buffer.destroy.bind(buffer);
        buffer.destroy = () => {
          own.delete(buffer);
          return destroy();
        };
        return buffer;
      };
      const end = device.destroy.bind(device);
      device.destroy = () => {
        buffers.delete(device);
        return end();
      };
      return device;
    };
  });
}

/** Loads the embedded checkpoint on the software adapter and keeps it as `model`. */
async function load(page: Page): Promise<void> {
  await page.evaluate(async () => {
    Object.assign(globalThis, { model: await babelscope.load("polyglot-base", { backend: "webgpu" }) });
  });
}

/** Begins to write; `heard` counts the tokens that were told. */
async function begin(page: Page): Promise<void> {
  await page.evaluate((maxNewTokens) => {
    const kept = globalThis as unknown as { heard: number; written: unknown; model: never };
    kept.heard = 0;
    const onToken = () => (kept.heard += 1);
    kept.written = babelscope.generate(kept.model, "Das Haus", { maxNewTokens, stopAtEnd: false, onToken });
  }, tokens);
}

const end = (page: Page) =>
  page.evaluate(async () => {
    const kept = globalThis as unknown as { heard: number; written: ReturnType<typeof babelscope.generate> };
    return { ids: (await kept.written).ids, heard: kept.heard };
  });

test(`a graphics device that is lost at a random moment of ${runs} runs costs no run its result`, async ({ page }) => {
  const random = seededRandom(10);
  let worker = await openEngine(page, "./");
  await watchDevices(worker);
  await load(page);
  await begin(page);
  const expected = await end(page);
  for (let run = 0; run < runs; run++) {
    const at = Math.floor(random() * tokens);
    await begin(page);
    await page.waitForFunction((count) => (globalThis as unknown as { heard: number }).heard >= count, at);
    const next = page.waitForEvent("worker");
    await worker.evaluate(() => watched.last!.destroy());
    worker = await next;
    await watchDevices(worker);
    expect(await end(page), `lost behind token ${at}`).toEqual(expected);
    console.log(`${run + 1} lost, behind token ${at}`);
  }
  await expect(page.getByRole("status").filter({ hasText: "graphics device was lost" })).toBeVisible();
});

test("buffers of the graphics device are given back: no more are alive after 30 runs than after 10", async ({
  page,
}) => {
  const worker = await openEngine(page, "./");
  await watchDevices(worker);
  await load(page);
  const alive: number[] = [];
  for (let run = 1; run <= 30; run++) {
    await begin(page);
    await end(page);
    if (run % 10 === 0) alive.push(await worker.evaluate(() => watched.alive()));
  }
  expect(alive[0]).toBeGreaterThan(10);
  expect(alive[2]).toBeLessThanOrEqual(alive[0]!);
});
