import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Program } from "../compiler/program";
import { gpuCache } from "./kv-cache";
import type { Runtime } from "./runtime";

beforeEach(() => {
  vi.stubGlobal("GPUBufferUsage", { STORAGE: 128, COPY_SRC: 4, COPY_DST: 8 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const port = (name: string) => ({ name, type: "float32", dims: ["B", 2, "P", 4] });
const program = { inputs: [port("past_key_values.0.key")] } as unknown as Program;
const runtime = {
  Tensor: { fromGpuBuffer: (buffer: unknown, { dims }: object & { dims: unknown }) => ({ buffer, dims }) },
};

/** A device whose buffers are numbers, and what was copied between them: source, from, target, to, bytes. */
function fakeDevice() {
  const copies: unknown[][] = [];
  let made = 0;
  const device = {
    createBuffer: () => ({ buffer: ++made, destroy: () => undefined }),
    createCommandEncoder: () => ({
      copyBufferToBuffer: (
        source: { buffer: number },
        from: number,
        target: { buffer: number },
        to: number,
        bytes: number,
      ) => copies.push([source.buffer, from, target.buffer, to, bytes]),
      finish: () => undefined,
    }),
    queue: { submit: () => undefined },
  };
  return { copies, cache: gpuCache(runtime as unknown as Runtime, program, device as unknown as GPUDevice, 1) };
}

describe("a cache in GPU buffers (rule 9)", () => {
  it("copies a row to two: 3 positions of 16 bytes for each of 2 heads, 128 positions apart", () => {
    const { copies, cache } = fakeDevice();
    cache.prepare(3);
    cache.advance(3, {});
    expect(cache.select([0, 0])).toMatchObject({ rows: 2, length: 3 });
    expect(copies).toEqual([
      [1, 0, 2, 0, 48],
      [1, 2048, 2, 2048, 48],
      [1, 0, 2, 4096, 48],
      [1, 2048, 2, 6144, 48],
    ]);
  });

  it("that holds nothing yet is copied to as many rows of nothing", () => {
    const { copies, cache } = fakeDevice();
    const copy = cache.select([0, 0, 0]);
    expect(copy).toMatchObject({ rows: 3, length: 0 });
    expect(copy.prepare(1).feeds["past_key_values.0.key"]!.dims).toEqual([3, 2, 128, 4]);
    expect(copies).toEqual([]);
  });
});
