import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page, test, type Worker } from "@playwright/test";
import type { Babelscope } from "../../src/engine/console";
import type { Backend, Notice } from "../../src/engine/engine";
import { outcomeOfLoading } from "../loading";

declare global {
  // The page's own face, and what these tests keep beside it.
  var babelscope: Babelscope;
  var notices: Notice[];
  /** In the worker: devices it was given. */
  var devices: GPUDevice[];
}

interface Golden {
  readonly ids: number[];
  readonly greedy: number[];
  readonly firstPosition: number;
  readonly logits: { readonly data: number[] };
  readonly hooks: Readonly<Record<string, { readonly data: number[] }>>;
}

const folder = fileURLToPath(new URL("../../src/compiler/golden/", import.meta.url));
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(`${folder}${name}/expected.golden.json`, "utf8")) as Golden;

/** Opens the lab and gives its worker as soon as it is there, before it does anything. */
async function openLab(page: Page, url = "./"): Promise<Worker> {
  await page.goto(url);
  await page.waitForFunction(() => "babelscope" in globalThis);
  const worker = page.waitForEvent("worker");
  await page.evaluate(() => {
    globalThis.notices = [];
    babelscope.onNotice((notice) => notices.push(notice));
    return babelscope.capabilities();
  });
  return await worker;
}

/** A tiny checkpoint of the compiler's golden files, as it goes into a page. */
function filesOf(name: string) {
  return readdirSync(`${folder}${name}`)
    .filter((file) => !file.endsWith(".golden.json"))
    .map((file) => ({ file, base64: readFileSync(`${folder}${name}/${file}`).toString("base64") }));
}

/** A tiny checkpoint, as a drop on the page would give it; kept as `model`. */
async function loadTiny(page: Page, name: string, backend: Backend): Promise<void> {
  const files = filesOf(name);
  await page.evaluate(
    async ({ files, backend }) => {
      const dropped = files.map(
        ({ file, base64 }) => new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], file),
      );
      Object.assign(globalThis, { model: await babelscope.load(dropped, { backend }) });
    },
    { files, backend },
  );
}

declare const model: Awaited<ReturnType<Babelscope["load"]>>;

/** Largest differences to PyTorch: absolute of the logits, relative to the largest magnitude of each hook. */
async function differences(page: Page, { ids, firstPosition, logits, hooks }: Golden) {
  return await page.evaluate(
    async ({ ids, firstPosition, logits, hooks }) => {
      const names = Object.keys(hooks);
      const result = await babelscope.logits(model, ids, { hooks: names });
      function tail({ dims, data }: { readonly dims: readonly number[]; readonly data: Float32Array }): number[] {
        const heads = dims.slice(0, -2).reduce((product, size) => product * size, 1);
        const [positions, width] = dims.slice(-2) as [number, number];
        return Array.from({ length: heads }, (_, head) =>
          Array.from(data.subarray((head * positions + firstPosition) * width, (head + 1) * positions * width)),
        ).flat();
      }
      function largest(actual: readonly number[], expected: readonly number[]): number {
        if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
        // NaN must not pass as small.
        return expected.reduce((max, value, i) => {
          const difference = Math.abs(actual[i]! - value);
          return difference <= max ? max : difference;
        }, 0);
      }
      const scale = (values: readonly number[]) => Math.max(...values.map(Math.abs));
      return {
        logits: largest(tail(result.logits), logits.data),
        hooks: names.map((name) => largest(tail(result.hooks[name]!), hooks[name]!.data) / scale(hooks[name]!.data)),
      };
    },
    { ids, firstPosition, logits, hooks },
  );
}

/** Logits, hooks and as many greedy tokens as PyTorch gave for the checkpoint that is `model`. */
async function expectGolden(page: Page, name: string, count: number): Promise<void> {
  const golden = expectedOf(name);
  const found = await differences(page, golden);
  expect(found.logits).toBeLessThan(1e-3);
  for (const difference of found.hooks) expect(difference).toBeLessThan(1e-4);
  const ids = await page.evaluate(
    async ({ ids, count }) => (await babelscope.generate(model, ids, { maxNewTokens: count, stopAtEnd: false })).ids,
    { ids: golden.ids, count },
  );
  expect(ids).toEqual(golden.greedy.slice(0, count));
}

/** In order on one page, so that shaders are compiled once. */
test.describe("on WebGPU", () => {
  test.describe.configure({ mode: "default" });
  const golden = expectedOf("tied");
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await openLab(page);
    await loadTiny(page, "tied", "webgpu");
  });
  test.afterAll(() => page.close());

  test("logits within 1e-3 and hooks within 1e-4 of PyTorch, and its greedy tokens", async () => {
    await expectGolden(page, "tied", 8);
  });

  test("rows of a batch write what they write alone, from a shared prompt and from their own", {
    tag: "@webgpu",
  }, async () => {
    const { batch, alone } = await page.evaluate(async (ids) => {
      const vector = Float32Array.from({ length: 32 }, (_, d) => Math.sin(d + 1));
      const options = { maxNewTokens: 4, stopAtEnd: false };
      const batch: (readonly number[])[] = [];
      const alone: (readonly number[])[] = [];
      for (const span of ["generation", "both"] as const) {
        const variants = [0, 4].map((strength) => [{ kind: "add", layer: 0, vector, strength, span } as const]);
        batch.push(...(await babelscope.generateBatch(model, ids, variants, options)).map((row) => row.ids));
        for (const interventions of variants) {
          alone.push((await babelscope.generate(model, ids, { ...options, interventions })).ids);
        }
      }
      return { batch, alone };
    }, golden.ids);
    expect(batch).toEqual(alone);
    expect(batch[0]).toEqual(golden.greedy.slice(0, 4));
    expect(batch[1]).not.toEqual(batch[0]);
  });

  test("a merge of twins writes what each writes", async () => {
    const files = filesOf("tied");
    const { backend, ids } = await page.evaluate(
      async ({ files, ids }) => {
        const dropped = files.map(
          ({ file, base64 }) => new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], file),
        );
        // Another file beside the weights makes another id: a checkpoint of its own with the same weights.
        const twin = await babelscope.load([...dropped, new File(["twin"], "notes.txt")], { backend: "wasm" });
        const sources = [model, twin].map(({ checkpoint }) => ({ model: checkpoint, parameters: { weight: 0.5 } }));
        const merged = await babelscope.merge({ merge_method: "linear", slices: [{ sources }] }, { backend: "webgpu" });
        const { ids: written } = await babelscope.generate(merged, ids, { maxNewTokens: 4, stopAtEnd: false });
        for (const each of [merged, twin]) await babelscope.unload(each);
        return { backend: merged.backend, ids: written };
      },
      { files, ids: golden.ids },
    );
    expect(backend).toBe("webgpu");
    expect(ids).toEqual(golden.greedy.slice(0, 4));
  });

  test("a stopped run hands over what it has, and the next one works", async () => {
    const { partial, waited, whole } = await page.evaluate(async (ids) => {
      const stop = new AbortController();
      let stoppedAt = 0;
      const partial = await babelscope.generate(model, ids, {
        maxNewTokens: 100,
        stopAtEnd: false,
        signal: stop.signal,
        onToken: () => {
          if (stoppedAt === 0) stoppedAt = performance.now();
          stop.abort();
        },
      });
      const waited = performance.now() - stoppedAt;
      const whole = await babelscope.generate(model, ids, { maxNewTokens: 4, stopAtEnd: false });
      return { partial, waited, whole: whole.ids };
    }, golden.ids);
    expect(partial.stopped).toBe("cancelled");
    expect(partial.ids).toEqual(golden.greedy.slice(0, partial.ids.length));
    expect(waited).toBeLessThan(3000);
    expect(whole).toEqual(golden.greedy.slice(0, 4));
  });

  test("a device that is lost in the middle of a run is replaced, and the run gives the same", {
    tag: "@webgpu",
  }, async ({ page }) => {
    // A page of its own: where shaders are compiled already, the run is over before the device is lost.
    const worker = await openLab(page);
    await worker.evaluate(() => {
      globalThis.devices = [];
      const { prototype } = GPUAdapter;
      const request = Reflect.get(prototype, "requestDevice");
      prototype.requestDevice = async function (...given) {
        const device = await Reflect.apply(request, this, given);
        devices.push(device);
        return device;
      };
    });
    await loadTiny(page, "tied", "webgpu");
    const first = page.evaluate(
      (ids) =>
        new Promise<void>((resolve, reject) => {
          const heard: number[] = [];
          const options = { maxNewTokens: 32, stopAtEnd: false };
          const onToken = ({ id }: { readonly id: number }) => {
            heard.push(id);
            if (heard.length === 2) resolve();
          };
          const generating = babelscope.generate(model, ids, { ...options, onToken });
          generating.catch(reject);
          Object.assign(globalThis, { heard, generating });
        }),
      golden.ids,
    );
    await first;
    await worker.evaluate(() => devices.at(-1)!.destroy());
    const { ids, heard, codes } = await page.evaluate(async () => {
      const kept = globalThis as unknown as { generating: ReturnType<Babelscope["generate"]>; heard: number[] };
      const { ids } = await kept.generating;
      return { ids, heard: kept.heard, codes: notices.map(({ code }) => code) };
    });
    expect(ids).toEqual(golden.greedy);
    expect(heard).toEqual(golden.greedy);
    expect(codes).toEqual(["device-recovered"]);
  });
});

test.describe("more on WebGPU", { tag: "@webgpu" }, () => {
  for (const [name, count] of [
    ["tied", 32],
    ["grouped", 32],
    // The last cached position of long-rope is the 132nd: the cache has grown from 128.
    ["long-rope", 32],
    ["window", 32],
    ["architectures/qwen3", 4],
    ["architectures/gemma3-capped", 4],
  ] as const) {
    test(`${name}: logits within 1e-3 and hooks within 1e-4 of PyTorch, ${count} greedy tokens`, async ({ page }) => {
      await openLab(page);
      await loadTiny(page, name, "webgpu");
      await expectGolden(page, name, count);
    });
  }

  test("the embedded checkpoint writes and scores as on WASM", async ({ page }) => {
    await openLab(page);
    const [wasm, webgpu] = await page.evaluate(async () => {
      const results: { text: string; bitsPerByte: number; backend: string }[] = [];
      for (const backend of ["wasm", "webgpu"] as const) {
        const model = await babelscope.load("polyglot-base", { backend });
        const { text } = await babelscope.generate(model, "Das Haus ist", { maxNewTokens: 8, stopAtEnd: false });
        const [score] = await babelscope.scoreAll(model, ["Das Haus ist alt.", "यह घर"]);
        results.push({ text, bitsPerByte: score!.bitsPerByte, backend: model.backend });
      }
      return results;
    });
    expect([wasm!.backend, webgpu!.backend]).toEqual(["wasm", "webgpu"]);
    expect(webgpu!.text).toBe(wasm!.text);
    expect(webgpu!.bitsPerByte).toBeCloseTo(wasm!.bitsPerByte, 4);
  });
});

test.describe("without a WebGPU adapter", () => {
  test("everything runs on WASM, and who demands WebGPU is told", async ({ page }) => {
    // A worker's adapter cannot be taken away from outside; its script is told that there is none.
    await page.route(/worker-[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      const without = 'Object.defineProperty(navigator, "gpu", { value: { requestAdapter: async () => null } });\n';
      await route.fulfill({ response, body: without + script });
    });
    await openLab(page);
    const result = await page.evaluate(async () => {
      const { webgpu } = await babelscope.capabilities();
      const model = await babelscope.load("polyglot-base");
      const { text } = await babelscope.generate(model, "La casa", { maxNewTokens: 12 });
      const refused = await babelscope
        .load("polyglot-base", { backend: "webgpu" })
        .catch((thrown: { problem: { code: string } }) => thrown.problem.code);
      return { available: webgpu.available, backend: model.backend, text, refused };
    });
    expect(result).toMatchObject({ available: false, backend: "wasm", refused: "adapter-absent" });
    expect(result.text.length).toBeGreaterThan(10);
  });

  test("a runtime that cannot be fetched is named, and fetched at the next try", async ({ page }) => {
    await openLab(page);
    await page.route(/\.wasm$/, (route) => route.abort());
    expect(await outcomeOfLoading(page)).toBe("network-dropped");
    await page.unroute(/\.wasm$/);
    expect(await outcomeOfLoading(page)).toBe("wasm");
  });

  test("tiny checkpoints are within the same bounds of PyTorch", async ({ page }) => {
    await openLab(page);
    for (const name of ["sharded", "brain-float", "biased", "linear-rope"]) {
      await loadTiny(page, name, "wasm");
      const found = await differences(page, expectedOf(name));
      expect(found.logits, name).toBeLessThan(1e-3);
      for (const difference of found.hooks) expect(difference, name).toBeLessThan(1e-4);
    }
  });
});
