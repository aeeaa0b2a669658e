import { describe, expect, test } from "vitest";
import golden from "../golden/methods.golden.json";
import { methodOf, type MergeMethodName } from "./index";
import type { MergeParameters } from "./method";

const inputs = { [golden.name]: Float32Array.from(golden.inputs) };

describe("equal to NumPy and PyTorch (golden/methods.py)", () => {
  test.each(golden.cases.map((entry) => [entry.method, entry] as const))("%s", (name, entry) => {
    const method = methodOf(name as MergeMethodName);
    const parameters = { tensor: entry.tensor, sources: entry.sources } as unknown as MergeParameters;
    const place = { name: golden.name, shape: golden.shape, evidence: { inputs } };
    const tensors = entry.tensors.map((values) => Float32Array.from(values));
    const before = tensors.map((values) => values.slice());
    expect(method.objectToParameters?.(parameters, place)).toBeUndefined();
    expect(method.objectToTensors?.(tensors, parameters)).toBeUndefined();
    const merged = method.merge(tensors, parameters, place);
    for (const [i, want] of entry.merged.entries()) expect(merged[i]).toBeCloseTo(want, 5);
    expect(tensors).toEqual(before);
  });
});
