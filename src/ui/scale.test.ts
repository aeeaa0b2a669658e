import { describe, expect, it } from "vitest";
import { cellColours, colourScale, ink } from "./scale";

describe("colourScale", () => {
  it("is neutral at the baseline and equally wide on both sides", () => {
    // Values 1.2 to 1.9 about 1.3: the farther end is 0.6 away, so the scale runs from 0.7 to 1.9.
    const scale = colourScale("diverging", [1.2, null, 1.9], { baseline: 1.3 });
    expect(scale.low).toBeCloseTo(0.7);
    expect(scale.high).toBeCloseTo(1.9);
    expect(ink(scale, 1.3)).toBe(0);
    expect(ink(scale, 1.6)).toBeCloseTo(0.5);
    expect(ink(scale, 1.0)).toBeCloseTo(-0.5);
    expect(cellColours(scale, 1.3).background).toBe("color-mix(in oklab, var(--above) 0%, var(--paper))");
  });

  it("runs from the smallest to the largest value when sequential, and clamps beyond a given domain", () => {
    const scale = colourScale("sequential", [], { domain: [0, 4] });
    expect(ink(scale, 1)).toBe(0.25);
    expect(ink(scale, 9)).toBe(1);
  });

  it("gives no ink where there is nothing to compare", () => {
    expect(ink(colourScale("diverging", [0, 0]), 0)).toBe(0);
    expect(ink(colourScale("diverging", []), 5)).toBe(0);
  });
});
