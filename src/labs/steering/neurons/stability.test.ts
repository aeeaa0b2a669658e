import { expect, test } from "vitest";
import { neuronsDefaults } from "../../../experiments/documents/steering-neurons";
import { type Activity, joined } from "../../neuron-activity";
import { inQuarters, stabilityOf } from "./stability";

const piece = (tokens: number, shares: readonly number[], preMeans = shares): Activity => ({
  tokens,
  shares: Float32Array.from(shares),
  means: new Float32Array(shares.length),
  preMeans: Float32Array.from(preMeans),
  preDeviations: new Float32Array(shares.length),
  keys: [],
});

test("pieces are joined by their tokens: means 0 over 1 token and 4 over 3 are 3, deviation sqrt(12 - 9)", () => {
  const all = joined([piece(1, [0]), piece(3, [1], [4])]);
  expect(all).toMatchObject({ tokens: 4, shares: Float32Array.of(0.75), preMeans: Float32Array.of(3) });
  expect(all.preDeviations[0]).toBeCloseTo(Math.sqrt(3), 6);
});

test("seven texts are 2, 2, 1 and 2, three are 1 each", () => {
  expect(inQuarters([0, 1, 2, 3, 4, 5, 6]).map(({ length }) => length)).toEqual([2, 2, 1, 2]);
  expect(inQuarters([0, 1, 2]).map(({ length }) => length)).toEqual([1, 1, 1]);
});

test("all tokens give what all tokens give; the first half gave another neuron", () => {
  const settings = { ...neuronsDefaults, languages: ["en", "de"], found: "adjust" as const, kept: 0.5 };
  // The gate of neuron 0 rises in German at first, that of neuron 1 over all.
  const quarters = [
    [piece(1, [0, 0]), piece(1, [0, 0])],
    [piece(1, [2, 1]), piece(3, [0, 4])],
  ];
  const sets = [[0], [1]];
  expect(stabilityOf(settings, quarters, sets, 2)[1]).toEqual([
    { tokens: 1, overlap: 0 },
    { tokens: 4, overlap: 1 },
  ]);
});
