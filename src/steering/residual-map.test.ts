import { describe, expect, test } from "vitest";
import { seededRandom } from "../random";
import { planeMap, sameNearest } from "./residual-map";

describe("a map of vectors", () => {
  test("a cross of (±3, 0, 1) and (0, ±1, 1): variances 18 and 2 of 20, the long arm along the first axis", () => {
    const cross = [
      [3, 0, 1],
      [-3, 0, 1],
      [0, 1, 1],
      [0, -1, 1],
    ].map((row) => Float32Array.from(row));
    const { points, explained } = planeMap(cross, seededRandom(1));
    expect(explained[0]).toBeCloseTo(0.9, 5);
    expect(explained[1]).toBeCloseTo(0.1, 5);
    expect(points.map(([x]) => Math.abs(x)).map((x) => Math.round(x * 1e4) / 1e4)).toEqual([3, 3, 0, 0]);
    expect(points.map(([, y]) => Math.round(Math.abs(y) * 1e4) / 1e4)).toEqual([0, 0, 1, 1]);
  });

  test("points on a line have no second direction, equal ones none at all", () => {
    const line = [1, 2, 3].map((x) => Float32Array.of(x, x));
    const { points, explained } = planeMap(line, seededRandom(1));
    expect(explained[0]).toBeCloseTo(1, 6);
    expect(explained[1]).toBe(0);
    expect(points.map(([, y]) => y)).toEqual([0, 0, 0]);
    const same = planeMap([Float32Array.of(1, 2), Float32Array.of(1, 2)], seededRandom(1));
    expect(same).toEqual({
      points: [
        [0, 0],
        [0, 0],
      ],
      explained: [0, 0],
    });
  });

  test("the nearest by cosine: two of three have one of their own kind", () => {
    const vectors = [Float32Array.of(1, 0), Float32Array.of(5, 0.1), Float32Array.of(1, 0.5)];
    // The third is nearest to the second, which is of the other kind.
    expect(sameNearest(vectors, ["a", "a", "b"])).toBeCloseTo(2 / 3, 12);
  });
});
