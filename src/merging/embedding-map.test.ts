import { expect, test } from "vitest";
import { seededRandom } from "../random";
import { explainedShare, fitEmbeddingMap, mapEmbeddings } from "./embedding-map";

const random = seededRandom(3);
const small = Float32Array.from({ length: 40 * 3 }, () => random() - 0.5);

test("rows that are the small ones times A give A back, with R² = 1", () => {
  const a = [1, 0, 2, -1, 0.5, 0, 3, 1, 0, 0, -2, 1];
  const medium = mapEmbeddings({ from: 3, to: 4, values: Float64Array.from(a) }, small);
  const fitted = fitEmbeddingMap(small, medium, 3, 4)!;
  for (const [i, value] of a.entries()) expect(fitted.values[i]).toBeCloseTo(value, 5);
  expect(explainedShare(medium, mapEmbeddings(fitted, small), 4)).toBeCloseTo(1, 9);
});

test("rows that have nothing to do with them are not explained; rows that span too little give no map", () => {
  const noise = Float32Array.from({ length: 40 * 2 }, () => random() - 0.5);
  const fitted = fitEmbeddingMap(small, noise, 3, 2)!;
  expect(explainedShare(noise, mapEmbeddings(fitted, small), 2)).toBeLessThan(0.4);
  const flat = small.map((value, i) => (i % 3 === 2 ? 0 : value));
  expect(fitEmbeddingMap(flat, noise, 3, 2)).toBeUndefined();
});
