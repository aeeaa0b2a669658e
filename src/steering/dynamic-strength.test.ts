import { describe, expect, it } from "vitest";
import { informedStrength, plannedStrength } from "./dynamic-strength";

const logits = (...probabilities: number[]) => Float32Array.from(probabilities, Math.log);

describe("the strength that information gives", () => {
  it("is 0 where steering changes nothing", () => {
    expect(informedStrength(logits(0.2, 0.3, 0.5), logits(0.2, 0.3, 0.5))).toBe(0);
  });

  it("(0.5, 0.5) against (0.9, 0.1): 0.5 ln(0.5 / 0.9) + 0.5 ln(0.5 / 0.1) = 0.5108, half of it per token", () => {
    const [plain, steered] = [logits(0.5, 0.5), logits(0.9, 0.1)];
    expect(informedStrength(plain, steered)).toBeCloseTo(0.5108, 4);
    expect(informedStrength(plain, steered, { perToken: true })).toBeCloseTo(0.2554, 4);
  });

  it("leaves out what neither holds likely: the same two in front of a tail of 0.02", () => {
    const [plain, steered] = [logits(0.49, 0.49, 0.02), logits(0.882, 0.098, 0.02)];
    expect(informedStrength(plain, steered)).toBeCloseTo(0.5108, 4);
  });

  it("is 2 at most: (0.999, 0.001) against (0.001, 0.999) would be 6.89", () => {
    expect(informedStrength(logits(0.999, 0.001), logits(0.001, 0.999), { topP: 0.9999 })).toBe(2);
  });
});

it.each([
  ["none", [0, 0, 0, 0]],
  ["fixed", [2, 2, 2, 2]],
  ["start", [2, 0, 0, 0]],
  ["diminishing", [2, 1.5, 1, 0.5]], // 2 - 2 i / 4
] as const)("%s over four steps", (strategy, expected) => {
  expect([0, 1, 2, 3].map((step) => plannedStrength(strategy, 2, step, 4))).toEqual(expected);
});
