import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepChances } from "../methods/low-rank";
import { methodOf } from "../methods/index";
import { symmetricEigen } from "./eigen";
import { compose, rankForEnergy, singularValues, svd } from "./svd";

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => ({ rows, columns, matrix: new Float32Array(values) })),
  );

describe("singular values", () => {
  test("diag(3, 1) has 3 and 1, condition number 3; scaling leaves the ratio", () => {
    expect([...singularValues(new Float32Array([3, 0, 0, 1]), 2, 2)].map((value) => value.toFixed(6))).toEqual([
      "3.000000",
      "1.000000",
    ]);
    const [a, b] = singularValues(new Float32Array([30, 0, 0, 10]), 2, 2);
    expect(a! / b!).toBeCloseTo(3, 6);
  });

  test("any matrix is the sum of its parts, with orthonormal vectors", () => {
    fc.assert(
      fc.property(matrices, ({ rows, columns, matrix }) => {
        const parts = svd(matrix, rows, columns);
        const again = compose(parts, parts.sigma.length, rows, columns);
        const largest = Math.max(1e-3, ...matrix.map(Math.abs));
        for (const [i, value] of matrix.entries())
          expect(Math.abs(again[i]! - value)).toBeLessThan(2e-5 * largest * 10);
        const lengths = singularValues(matrix, rows, columns);
        const squares = matrix.reduce((sum, value) => sum + value * value, 0);
        expect(lengths.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(squares, 1);
      }),
      { numRuns: 60 },
    );
  });

  test("eigenvalues of [[2, 1], [1, 2]] are 3 and 1 with (1, 1) and (1, -1)", () => {
    const { values, vectors } = symmetricEigen(new Float64Array([2, 1, 1, 2]), 2);
    expect(values[0]).toBeCloseTo(3, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(vectors[0]! / vectors[1]!).toBeCloseTo(1, 12);
    expect(vectors[2]! / vectors[3]!).toBeCloseTo(-1, 12);
  });
});

test("energies of 4, 2, 1: 16/21 = .762, 20/21 = .952, so .95 needs two", () => {
  expect(rankForEnergy([4, 2, 1], 0.76)).toBe(1);
  expect(rankForEnergy([4, 2, 1], 0.95)).toBe(2);
  expect(rankForEnergy([4, 2, 1], 1)).toBe(3);
  expect(rankForEnergy([0, 0], 0.5)).toBe(0);
});

describe("ImPart", () => {
  test("probabilities grow with σ, their mean is the density: of 6, 3, 1 at a half .9, .45, .15", () => {
    expect([...keepChances(new Float64Array([6, 3, 1]), 0.5)].map((chance) => chance.toFixed(2))).toEqual([
      "0.90",
      "0.45",
      "0.15",
    ]);
    expect([...keepChances(new Float64Array([6, 3, 1]), 1)]).toEqual([1, 1, 1]);
    const many = keepChances(new Float64Array([100, 1, 1]), 0.5);
    expect([...many]).toEqual([1, 0.25, 0.25]);
  });

  test("the mean over seeds is the difference", () => {
    const delta = new Float32Array([2, 0.5, -1, 1, 0.25, 3]);
    const sums = new Float64Array(6);
    const draws = 3000;
    for (let seed = 0; seed < draws; seed++) {
      const merged = methodOf("impart").merge(
        [new Float32Array(6), delta],
        { tensor: { density: 0.7, seed }, sources: [{}, {}] },
        { name: "x", shape: [2, 3] },
      );
      for (const [i, value] of merged.entries()) sums[i]! += value / draws;
    }
    for (const [i, value] of delta.entries()) expect(Math.abs(sums[i]! - value)).toBeLessThan(0.12);
  });
});
