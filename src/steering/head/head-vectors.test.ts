import { expect, test } from "vitest";
import { addScaled } from "../vectors";
import { headBias, headVectors } from "./head-vectors";

const means = [
  { language: "en", script: "Latin", tokens: 2, mean: Float32Array.of(1, 0) },
  { language: "de", script: "Latin", tokens: 1, mean: Float32Array.of(4, 3) },
  { language: "hi", script: "Devanagari", tokens: 1, mean: Float32Array.of(2, -3) },
];

test("13.1 the grand mean of 2 (1, 0), (4, 3) and (2, -3) is (2, 0); weighted by tokens what is left sums to 0", () => {
  const vectors = headVectors(means);
  expect(vectors.map(({ ofLanguage }) => [...ofLanguage])).toEqual([
    [-1, 0],
    [2, 3],
    [0, -3],
  ]);
  // Latin: (2 (1, 0) + (4, 3)) / 3 = (2, 1), less (2, 0).
  expect(vectors.map(({ ofScript }) => [...ofScript])).toEqual([
    [0, 1],
    [0, 1],
    [0, -3],
  ]);
  const sum = (d: number) => vectors.reduce((total, { ofLanguage }, i) => total + means[i]!.tokens * ofLanguage[d]!, 0);
  expect([sum(0), sum(1)]).toEqual([0, 0]);
});

test("13.2 W (h + e) = W h + W e", () => {
  const head = Float32Array.of(1, 2, -1, 0.5, 3, -2); // [3,2]
  const [h, e] = [Float32Array.of(0.5, -1), Float32Array.of(2, 1)];
  expect([...headBias(head, e)]).toEqual([4, -1.5, 4]);
  const together = headBias(head, addScaled(h, e, 1));
  const apart = headBias(head, h).map((value, token) => value + headBias(head, e)[token]!);
  expect([...together]).toEqual([...apart]);
});
