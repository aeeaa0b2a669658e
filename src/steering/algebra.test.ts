import { describe, expect, test } from "vitest";
import { dot } from "../vectors";
import { cosinesOf, orthogonalised, sumOf } from "./algebra";

const of = (...values: number[]) => Float32Array.of(...values);

describe("10 several directions", () => {
  test("10.1 cosines: (3,4) and (5,0) have 15/25 = 0.6, (5,0) and (-2,0) are opposite", () => {
    const [first, second] = cosinesOf([of(3, 4), of(5, 0), of(-2, 0)]) as [number[], number[], number[]];
    expect(first[1]).toBeCloseTo(0.6, 6);
    expect(second).toEqual([expect.closeTo(0.6, 6), 1, -1]);
  });

  test("10.2 the sum of twice (1,0) and minus (0,3) is (2,-3); of none it is zero", () => {
    const parts = [
      { direction: of(1, 0), factor: 2 },
      { direction: of(0, 3), factor: -1 },
    ];
    expect([...sumOf(parts, 2)]).toEqual([2, -3]);
    expect([...sumOf([], 2)]).toEqual([0, 0]);
  });

  test("10.3 less (1,0,0), (3,4,0) is (0,4,0); less both, (1,1,2) is (0,0,2); nothing is left of a sum of those before", () => {
    const left = orthogonalised([of(1, 0, 0), of(3, 4, 0), of(1, 1, 2), of(5, -2, 0)]);
    expect(left.map((one) => one && [...one])).toEqual([[1, 0, 0], [0, 4, 0], [0, 0, 2], null]);
  });

  test("10.3 what is left is at right angles to all before it, in 8 dimensions too", () => {
    const directions = Array.from({ length: 4 }, (_, i) =>
      Float32Array.from({ length: 8 }, (_, d) => Math.sin((3 * i + 1) * (d * d + 1))),
    );
    const left = orthogonalised(directions) as Float32Array[];
    for (const [i, a] of left.entries()) {
      for (const b of left.slice(0, i)) expect(Math.abs(dot(a, b))).toBeLessThan(1e-5);
    }
  });
});
