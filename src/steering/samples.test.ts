import { expect, test } from "vitest";
import { joined, tokensApart } from "./samples";

test("4.1 tokens of a text stay on its side: texts of 2, 1 and 1 tokens, the first held out, hold out samples 0 and 1", () => {
  const texts = [
    [1, 2, 3, 4],
    [5, 6],
    [7, 8],
  ].map((values) => tokensApart([Float32Array.from(values)], 2));
  const { activations, split } = joined(texts, { train: [1, 2], heldOut: [0] });
  expect(activations.map(([layer]) => [...layer!])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ]);
  expect(split).toEqual({ train: [2, 3], heldOut: [0, 1] });
});
