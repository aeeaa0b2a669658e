import { describe, expect, it } from "vitest";
import { relativeDifference } from "./testing/compare";
import { rounded } from "./testing/dequantise";
import { openGolden } from "./testing/golden";
import { logitsOf } from "./testing/logits";
import { transpose } from "./weights";

describe("quantised programs", () => {
  // An embedding whose width is a multiple of 32 is looked up in codes; another stays in f32.
  it.each([
    ["tied", "q8"],
    ["tied", "q4"],
    ["grouped", "q8"],
    ["grouped", "q4"],
    ["architectures/qwen3-odd-heads", "q4"],
    ["architectures/qwen2", "q4"],
    ["architectures/gemma2", "q4"],
    ["architectures/gpt2", "q4"],
    ["architectures/gpt-neox", "q4"],
    ["architectures/phi3", "q8"],
    ["architectures/olmo2-odd-heads", "q4"],
  ] as const)("of %s in %s compute with exactly the rounded weights", async (name, weights) => {
    const { checkpoint, expected } = await openGolden(name);
    const byHand = rounded(checkpoint, ({ name: tensor, shape }) => {
      if (shape.length === 1 || tensor.includes("wpe")) return undefined;
      if (/embed_tokens|embed_in|wte/.test(tensor)) return shape[1]! % 32 === 0 ? { bits: 8 } : undefined;
      const head = /lm_head|embed_out/.test(tensor);
      return { bits: head || weights === "q8" ? 8 : 4, byColumn: tensor.includes(".c_") };
    });
    const [quantised] = await logitsOf(checkpoint, weights, [expected.ids]);
    const [reference] = await logitsOf(byHand, "f32", [expected.ids]);
    expect(relativeDifference(quantised!, reference!)).toBeLessThan(1e-5);
    const [exact] = await logitsOf(checkpoint, "f32", [expected.ids]);
    expect(relativeDifference(quantised!, exact!)).toBeGreaterThan(1e-4);
  });
});

describe("weights that are stored in half precision", () => {
  it.each(["linear-rope", "architectures/gpt-neox-sequential", "architectures/gemma2-uncapped"])(
    "%s loses nothing as f16: equal to the bit where the checkpoint is f16",
    async (name) => {
      const { checkpoint, expected } = await openGolden(name);
      const [exact] = await logitsOf(checkpoint, "f32", [expected.ids]);
      const [half] = await logitsOf(checkpoint, "f16", [expected.ids]);
      expect(half).toEqual(exact);
    },
  );
});

describe("transpose", () => {
  it("turns rows into columns, also where the sizes are no multiples of a tile", () => {
    expect([...transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
    const matrix = Float32Array.from({ length: 37 * 70 }, (_, i) => i);
    expect(transpose(transpose(matrix, 37, 70), 70, 37)).toEqual(matrix);
  });
});
