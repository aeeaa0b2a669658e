import { expect, test } from "vitest";
import { decide } from "./condition";
import type { LayerAnalysis } from "./layers";

test("SPEC 6.3 a prompt at (3, 4) has cosine 3 / 5 with (1, 0), above half way between -0.6 and 1", () => {
  const analysis = {
    layer: 2,
    direction: Float32Array.of(1, 0),
    means: { negative: Float32Array.of(-3, 4), positive: Float32Array.of(2, 0) },
  } as Partial<LayerAnalysis> as LayerAnalysis;
  const decision = decide(Float32Array.of(3, 4), analysis);
  expect(decision).toMatchObject({ layer: 2, met: true });
  expect(decision.similarity).toBeCloseTo(0.6, 6);
  expect(decision.threshold).toBeCloseTo(0.2, 6);
  expect(decide(Float32Array.of(-3, 4), analysis).met).toBe(false);
});
