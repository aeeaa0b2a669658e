import { expect, test } from "vitest";
import { ascendingRanks, magnitudeRanks } from "./ranks";
import { uniformAt } from "./seeded";

test("magnitudes are ranked as a sort that compares them ranks them, equal ones in their order", () => {
  expect([...magnitudeRanks(Float32Array.of(-3, 0.5, 3, -0, 1e-40))]).toEqual([3, 2, 4, 0, 1]);
  const values = Float32Array.from({ length: 2000 }, (_, i) => Math.round(40 * uniformAt(5, i) - 20) / 7);
  expect(magnitudeRanks(values)).toEqual(ascendingRanks(values.map(Math.abs)));
});
