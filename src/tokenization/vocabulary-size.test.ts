import { expect, test } from "vitest";
import { adviseRows } from "./vocabulary-size";

/** In thousands, to one decimal. */
const advised = (parameters: number, width: number) => {
  const { byCompute, byDerivative, byLoss } = adviseRows(parameters, width);
  return [byCompute, byDerivative, byLoss].map((rows) => Math.round(rows / 100) / 10);
};

test("17 the three predictors give the paper's rows for 70, 7 and 0.125 billion parameters", () => {
  expect(advised(70e9, 8192)).toEqual([211.9, 230.9, 218]);
  expect(advised(7e9, 4096)).toEqual([62.3, 67.5, 59.5]);
  expect(advised(125e6, 768)).toEqual([11.6, 12.5, 9.8]);
});

test("17 by the derivative: Nv = 3,145,728 · (N / 33 million)^0.835, so 33 million parameters of width 512 want 6144 rows", () => {
  expect(adviseRows(33e6, 512).byDerivative).toBe(6144);
});
