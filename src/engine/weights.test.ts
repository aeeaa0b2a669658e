import { describe, expect, it } from "vitest";
import type { WeightBlob } from "../compiler/program";
import { WeightStore } from "./weights";

function counted(path: string, byteLength: number, fail = false) {
  const built = { times: 0 };
  const blob: WeightBlob = {
    path,
    byteLength,
    build: async (signal) => {
      built.times++;
      await new Promise((resolve) => setTimeout(resolve, 1));
      signal?.throwIfAborted();
      if (fail) throw new Error(path);
      return new Uint8Array(byteLength);
    },
  };
  return { blob, built };
}

describe("WeightStore (rule 7)", () => {
  it("builds a blob once for all who ask, also at the same time", async () => {
    const store = new WeightStore(100);
    const { blob, built } = counted("a", 40);
    const [first, second] = await Promise.all([store.get(blob), store.get(blob)]);
    expect(first).toBe(second);
    expect(await store.get({ ...blob })).toBe(first);
    expect(built.times).toBe(1);
  });

  it("lets the least recently used go: 40 + 40 + 40 pass 100 bytes, b is older than a", async () => {
    const store = new WeightStore(100);
    const [a, b, c] = ["a", "b", "c"].map((path) => counted(path, 40)) as [
      ReturnType<typeof counted>,
      ReturnType<typeof counted>,
      ReturnType<typeof counted>,
    ];
    await store.collect([a.blob, b.blob]);
    await store.get(a.blob);
    await store.get(c.blob);
    expect(store.bytes).toBe(80);
    await store.collect([a.blob, b.blob]);
    expect([a.built.times, b.built.times]).toEqual([1, 2]);
  });

  it("does not keep a failure, nor fail who waited for a build that somebody else stopped", async () => {
    const store = new WeightStore(100);
    const failing = counted("x", 1, true);
    await expect(store.get(failing.blob)).rejects.toThrow("x");
    await expect(store.get(failing.blob)).rejects.toThrow("x");
    expect(failing.built.times).toBe(2);
    const { blob, built } = counted("y", 1);
    const stop = new AbortController();
    const stopped = store.get(blob, stop.signal);
    const waiting = store.get(blob);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect((await waiting).byteLength).toBe(1);
    expect(built.times).toBe(2);
  });
});
