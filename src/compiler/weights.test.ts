import { describe, expect, it } from "vitest";
import { relativeDifference } from "./testing/compare";
import { rounded } from "./testing/dequantise";
import { openGolden } from "./testing/golden";
import { logitsOf } from "./testing/logits";
import { transpose } from "./weights";

describe("quantised programs", () => {
  // "tied" is 32 wide, so its embedding is looked up in codes; "grouped" is 24 wide and keeps it in f32.
  it.each([
    ["tied", "q8"],
    ["tied", "q4"],
    ["grouped", "q8"],
    ["grouped", "q4"],
  ] as const)("of %s in %s compute with exactly the rounded weights", async (name, weights) => {
    const { checkpoint, expected } = await openGolden(name);
    const byHand = rounded(checkpoint, (tensor) => {
      if (tensor.includes("norm")) return undefined;
      if (tensor.includes("embed")) return name === "tied" ? 8 : undefined;
      return tensor.includes("lm_head") || weights === "q8" ? 8 : 4;
    });
    const [quantised] = await logitsOf(checkpoint, weights, [expected.ids]);
    const [reference] = await logitsOf(byHand, "f32", [expected.ids]);
    expect(relativeDifference(quantised!, reference!)).toBeLessThan(1e-5);
    const [exact] = await logitsOf(checkpoint, "f32", [expected.ids]);
    expect(relativeDifference(quantised!, exact!)).toBeGreaterThan(1e-4);
  });
});

describe("weights that are stored in half precision", () => {
  it("lose nothing as f16: equal to the bit where the checkpoint is f16", async () => {
    const { checkpoint, expected } = await openGolden("linear-rope");
    const [exact] = await logitsOf(checkpoint, "f32", [expected.ids]);
    const [half] = await logitsOf(checkpoint, "f16", [expected.ids]);
    expect(half).toEqual(exact);
  });
});

describe("transpose", () => {
  it("turns rows into columns, also where the sizes are no multiples of a tile", () => {
    expect([...transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
    const matrix = Float32Array.from({ length: 37 * 70 }, (_, i) => i);
    expect(transpose(transpose(matrix, 37, 70), 70, 37)).toEqual(matrix);
  });
});
