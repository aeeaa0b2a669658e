import { describe, expect, it } from "vitest";
import { LabError, problemOf } from "../result";
import { isFatal, outOfMemory, runtimeProblem } from "./failures";

const cases: [unknown, string][] = [
  [new RangeError("Array buffer allocation failed"), "out-of-memory"],
  [new Error("failed to call OrtRun(). std::bad_alloc"), "out-of-memory"],
  [new Error("Can't create a session. failed to allocate a buffer of size 4294967296."), "out-of-memory"],
  [184217624, "out-of-memory"],
  [new Error("Device is lost."), "device-lost"],
  [new Error("no available backend found. ERR: [wasm] TypeError: Failed to fetch"), "network-dropped"],
  [new Error("the room is too small"), "runtime-failed"],
  [new DOMException("", "AbortError"), "cancelled"],
  [new LabError(outOfMemory(1)), "out-of-memory"],
];

describe("what the runtime throws", () => {
  it.each(cases)("%o is %s", (thrown, code) => {
    const problem = runtimeProblem(thrown, "A run", 27 * 2 ** 20);
    expect(problem.code).toBe(code);
    expect(problem.remedy.length).toBeGreaterThan(10);
  });

  it("says how many megabytes there were: 27 x 2^20 bytes are 27 MB", () => {
    expect(runtimeProblem(1, "A run", 27 * 2 ** 20).what).toContain("27 MB");
  });

  it("is fatal where the instance is broken or never came to be", () => {
    expect(isFatal(new WebAssembly.RuntimeError("unreachable"))).toBe(true);
    expect(isFatal(new Error("Aborted()"))).toBe(true);
    expect(isFatal(new Error("no available backend found. ERR: [wasm] TypeError: Failed to fetch"))).toBe(true);
    expect(isFatal(new Error("Got invalid dimensions for input: steering"))).toBe(false);
  });

  it("keeps a problem that already has a name", () => {
    const problem = problemOf(new DOMException("", "AbortError"));
    expect(runtimeProblem(new LabError(problem), "A run", 0)).toBe(problem);
  });
});
