import { describe, expect, it } from "vitest";
import { createRunStore, type Finished, keepFetched, keepResult, shownResult } from "./runs";

function finished(result: unknown): Finished {
  const recorded = { on: "2026-11-21", backend: "wasm", seconds: 1, checkpoints: {}, whole: true };
  return { result, provenance: { kind: "live", recorded } };
}

describe("shownResult", () => {
  it("is nothing before a run", () => {
    expect(shownResult(createRunStore().getState(), "a")).toBeNull();
  });

  it("is the document's own result, or the latest one marked stale", () => {
    const store = createRunStore();
    keepResult(store, "a", finished(1));
    keepResult(store, "b", finished(2));
    expect(shownResult(store.getState(), "a")).toEqual({ key: "a", finished: finished(1), stale: false });
    expect(shownResult(store.getState(), "b")).toEqual({ key: "b", finished: finished(2), stale: false });
    expect(shownResult(store.getState(), "c")).toEqual({ key: "b", finished: finished(2), stale: true });
  });

  it("is the newest of the results that grew under one document", () => {
    const store = createRunStore();
    keepResult(store, "a", finished([1]));
    keepResult(store, "a", finished([1, 2]));
    expect(shownResult(store.getState(), "a")?.finished.result).toEqual([1, 2]);
    expect(store.getState().results.size).toBe(1);
  });

  it("forgets the oldest beyond thirty", () => {
    const store = createRunStore();
    for (let index = 0; index < 31; index += 1) keepResult(store, `d${index}`, finished(index));
    expect(store.getState().results.size).toBe(30);
    expect(store.getState().results.has("d0")).toBe(false);
    expect(store.getState().results.has("d30")).toBe(true);
  });
});

describe("keepFetched", () => {
  it("keeps what comes late, and shows it where it is in view", () => {
    const store = createRunStore();
    keepFetched(store, "a", finished("recorded"), "a");
    expect(shownResult(store.getState(), "c")).toEqual({ key: "a", finished: finished("recorded"), stale: true });
  });

  it("leaves a result that was computed in the meantime", () => {
    const store = createRunStore();
    keepResult(store, "a", finished("live"));
    keepFetched(store, "a", finished("recorded"), "a");
    expect(shownResult(store.getState(), "a")?.finished.result).toBe("live");
  });

  it("leaves in view what was shown last, where other settings are in view by now", () => {
    const store = createRunStore();
    keepResult(store, "b", finished("live"));
    keepFetched(store, "a", finished("recorded"), "c");
    expect(shownResult(store.getState(), "c")?.key).toBe("b");
    expect(shownResult(store.getState(), "a")?.finished.result).toBe("recorded");
  });
});
