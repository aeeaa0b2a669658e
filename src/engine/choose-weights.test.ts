import { describe, expect, test } from "vitest";
import { chooseWeights } from "./choose-weights";
import type { Capabilities } from "./engine";

const capabilities = (f16: boolean): Capabilities => ({
  webgpu: { available: true, adapter: "a", software: false, f16, maxBufferBytes: 2 ** 31 },
  wasm: { threads: 1 },
  jspi: true,
});
/** A model of `count` parameters: f16 is widened when it is loaded, so it holds as much as f32. */
const bytes = (count: number) => ({ f32: 4 * count, f16: 4 * count, q8: 1.125 * count, q4: 0.625 * count });
const choose = (count: number, backend: "webgpu" | "wasm", f16 = true, memory = 8 * 2 ** 30) =>
  chooseWeights({ bytes: bytes(count), backend, capabilities: capabilities(f16), memory });

describe("the weight format of auto", () => {
  test("is the widest that fits: half of 8 GiB on a graphics adapter", () => {
    expect(choose(135e6, "webgpu")).toBe("f16");
    expect(choose(135e6, "webgpu", false)).toBe("f32");
    // 1.24e9 parameters take 4.96 GB in f32, more than 4.29; 1.4 GB in 8 bits.
    expect(choose(1.24e9, "webgpu")).toBe("q8");
    expect(choose(4e9, "webgpu")).toBe("q4");
  });

  test("is smaller on WASM, whose heap is one of 4 GiB", () => {
    expect(choose(135e6, "wasm")).toBe("f32");
    expect(choose(0.5e9, "wasm")).toBe("q8");
    expect(choose(3e9, "wasm")).toBe("q4");
    expect(choose(135e6, "wasm", true, 2 ** 30)).toBe("q8");
  });

  test("keeps blocks as they are stored", () => {
    const stored = { bytes: bytes(1e6), backend: "wasm", capabilities: capabilities(false) } as const;
    expect(chooseWeights({ ...stored, storedBits: 4 })).toBe("q4");
    expect(chooseWeights({ ...stored, storedBits: 8 })).toBe("q8");
  });
});
