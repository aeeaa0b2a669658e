import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { unwrap } from "../../result";
import { dot } from "../../vectors";
import { cosine, mean, norm } from "../vectors";
import type { Contrast, DirectionMethodId } from "./direction";
import golden from "./golden/linear.json";
import { discriminant, ledoitWolf } from "./lda";
import { logisticRegression } from "./logistic-probe";
import { meanDifference } from "./mean-difference";
import { principalComponent } from "./principal-component";
import { directionMethods } from "./registry";

const rows = (...values: number[][]) => values.map((row) => Float32Array.from(row));
const direction = (id: DirectionMethodId, contrast: Contrast) =>
  unwrap(directionMethods[id].direction(contrast, seededRandom(1)));

/** Pairs whose differences are (10,1), (10,-1), (10,2), (10,-2). */
const pairs: Contrast = {
  positive: rows([10, 1], [10, -1], [10, 2], [10, -2]),
  negative: rows([0, 0], [0, 0], [0, 0], [0, 0]),
};

const methods = Object.values(directionMethods);
const oriented = methods.filter(({ id }) => id !== "random");

const contrasts = fc
  .array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 }), {
    minLength: 3,
    maxLength: 6,
  })
  .map((values) => {
    const positive = values.map((row) => Float32Array.from(row.slice(0, 3), (x, d) => x + (d === 0 ? 20 : 0)));
    const negative = values.map((row) => Float32Array.from(row.slice(3)));
    return { positive, negative };
  });

describe("difference of means", () => {
  test("2.2 mean of (2,1) (3,1) (2,2) (3,3) minus mean of (1,1) (1,2) (0,1) (1,3) = (2.5, 1.75) - (.75, 1.75) = (1.75, 0)", () => {
    const contrast = { positive: rows([2, 1], [3, 1], [2, 2], [3, 3]), negative: rows([1, 1], [1, 2], [0, 1], [1, 3]) };
    expect([...meanDifference(contrast)]).toEqual([1.75, 0]);
    expect([...direction("mean-difference", contrast)]).toEqual([1, 0]);
  });

  test("2.2 differences (10, +-1), (10, +-2) average to (10, 0)", () => {
    expect([...direction("mean-difference", pairs)]).toEqual([1, 0]);
  });

  test("it is the shift that brings the sets closest: any other leaves a larger sum of squares", () => {
    fc.assert(
      fc.property(
        contrasts,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (sets, wobble) => {
          const shift = meanDifference(sets);
          const error = (by: ArrayLike<number>) =>
            sets.positive.reduce(
              (total, p, i) => total + p.reduce((sum, x, d) => sum + (sets.negative[i]![d]! + by[d]! - x) ** 2, 0),
              0,
            );
          expect(error(shift)).toBeLessThanOrEqual(error(shift.map((x, d) => x + wobble[d]!)) + 1e-3);
        },
      ),
    );
  });
});

describe("principal components", () => {
  test("2.2 pair-centred PCA of (10, +-1), (10, +-2) is (1, 0)", () => {
    const found = direction("pair-pca", pairs);
    expect(found[0]).toBeCloseTo(1, 6);
    expect(found[1]).toBeCloseTo(0, 6);
  });

  test("2.3 centred PCA of the same pairs is (0, 1): at right angles to what is wanted", () => {
    const found = direction("centred-pca", pairs);
    expect(found[0]).toBeCloseTo(0, 6);
    expect(Math.abs(found[1]!)).toBeCloseTo(1, 6);
  });

  test("of diag(10, 5, 1): first axis, eigenvalue of X^T X = 10^2 = 100", () => {
    const { vector, eigenvalue } = principalComponent(rows([10, 0, 0], [0, 5, 0], [0, 0, 1]), seededRandom(3));
    expect(Math.abs(vector[0]!)).toBeCloseTo(1, 6);
    expect(eigenvalue).toBeCloseTo(100, 4);
  });

  test("of rows that are all zero there is none, and the method says so", () => {
    const same: Contrast = { positive: rows([1, 2], [3, 4]), negative: rows([1, 2], [3, 4]) };
    expect(principalComponent(rows([0, 0]), seededRandom(1)).eigenvalue).toBe(0);
    expect(directionMethods["pair-pca"].direction(same, seededRandom(1)).ok).toBe(false);
  });
});

describe("linear classifiers", () => {
  const sets: Contrast = { positive: rows(...golden.positive), negative: rows(...golden.negative) };

  test.each(["lda", "logistic-probe"] as const)("2.2 %s of differences (10, +-1), (10, +-2) is (1, 0)", (id) => {
    const found = direction(id, pairs);
    expect(found[0]).toBeCloseTo(1, 6);
    expect(found[1]).toBeCloseTo(0, 6);
  });

  test("2.2 shrinkage and discriminant are those of numpy with the matrices written out", () => {
    const [p, n] = [mean(sets.positive), mean(sets.negative)];
    const centre = (set: readonly Float32Array[], by: Float32Array) =>
      set.map((x) => x.map((value, d) => value - by[d]!));
    const { shrinkage } = ledoitWolf([...centre(sets.positive, p), ...centre(sets.negative, n)]);
    expect(shrinkage).toBeCloseTo(golden.shrinkage, 5);
    [...discriminant(sets)].forEach((value, d) => expect(value).toBeCloseTo(golden.discriminant[d]!, 4));
  });

  test("2.2 logistic regression is where PyTorch's L-BFGS ends", () => {
    const labels = [...sets.positive.map(() => 1), ...sets.negative.map(() => -1)];
    const weights = logisticRegression([...sets.positive, ...sets.negative], labels);
    [...weights].forEach((value, d) => expect(value).toBeCloseTo(golden.logistic[d]!, 4));
  });

  test("LDA turns from a dimension that varies within the sets: texts that vary along (0, 1)", () => {
    const tilted: Contrast = { positive: rows([2, 9], [2, -7]), negative: rows([0, 8], [0, -8]) };
    // Means differ by (2, 1); the variance lies along the second axis.
    const found = direction("lda", tilted);
    expect(found[0]! / found[1]!).toBeGreaterThan(2);
  });
});

describe("mean-centred", () => {
  test("target mean (4, 0) less the mean (1, 3) of three languages points along (1, -1)", () => {
    const found = direction("mean-centred", {
      positive: rows([4, 0]),
      negative: rows([0, 0]),
      background: rows([4, 0], [0, 0], [-1, 9]),
    });
    expect(found[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(found[1]).toBeCloseTo(-Math.SQRT1_2, 6);
  });

  test("of two sets alone it is the difference of means", () => {
    const found = direction("mean-centred", pairs);
    expect(found[0]).toBeCloseTo(1, 6);
  });
});

describe("every method", () => {
  test.each(methods)("2 $id gives a unit vector, the same for the same seed", (method) => {
    fc.assert(
      fc.property(contrasts, fc.integer(), (sets, seed) => {
        const found = method.direction(sets, seededRandom(seed));
        if (!found.ok) return;
        expect(norm(found.value)).toBeCloseTo(1, 5);
        expect(method.direction(sets, seededRandom(seed))).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });

  test.each(oriented)("2.1 $id points from the negative to the positive set", (method) => {
    fc.assert(
      fc.property(contrasts, ({ positive, negative }) => {
        const found = method.direction({ positive, negative }, seededRandom(1));
        if (!found.ok) return;
        expect(dot(found.value, mean(positive))).toBeGreaterThanOrEqual(dot(found.value, mean(negative)));
      }),
      { numRuns: 30 },
    );
  });

  test.each(["mean-difference", "pair-pca"] as const)("2.1 %s of swapped sets is (-1, 0)", (id) => {
    const swapped = direction(id, { positive: pairs.negative, negative: pairs.positive });
    expect(swapped[0]).toBeCloseTo(-1, 6);
  });

  test("2.1 mean-centred it points from the mean of all to the target, here 1 - (-2) = 3, though the source lies further along, at 3", () => {
    const sets = { positive: rows([1]), negative: rows([3]), background: rows([-10], [1], [3]) };
    expect([...direction("mean-centred", sets)]).toEqual([1]);
  });

  test("2 random directions of different seeds are nearly at right angles in 512 dimensions", () => {
    const wide: Contrast = { positive: [new Float32Array(512).fill(1)], negative: [new Float32Array(512)] };
    const a = unwrap(directionMethods.random.direction(wide, seededRandom(1)));
    const b = unwrap(directionMethods.random.direction(wide, seededRandom(2)));
    expect(Math.abs(cosine(a, b))).toBeLessThan(0.2);
  });

  test.each(methods)("8 $id names an empty set and a number that is not finite", (method) => {
    const empty = method.direction({ positive: [], negative: rows([1]) }, seededRandom(1));
    expect(empty).toMatchObject({
      ok: false,
      problem: { code: "input-invalid", what: "The target set has no texts." },
    });
    const bad = method.direction({ positive: rows([Number.NaN]), negative: rows([1]) }, seededRandom(1));
    expect(bad).toMatchObject({ ok: false, problem: { code: "intervention-invalid" } });
    const uneven = method.direction({ positive: rows([1, 2]), negative: rows([1]) }, seededRandom(1));
    expect(uneven).toMatchObject({ ok: false, problem: { what: "The activations have 2 and 1 dimensions." } });
  });

  test("8 methods that need pairs refuse 2 texts against 1, and say which method does not", () => {
    const found = directionMethods["pair-pca"].direction(
      { positive: rows([1], [2]), negative: rows([0]) },
      seededRandom(1),
    );
    expect(found).toMatchObject({ ok: false, problem: { facts: { positive: 2, negative: 1 } } });
    expect(
      directionMethods["mean-difference"].direction({ positive: rows([1], [2]), negative: rows([0]) }, seededRandom(1))
        .ok,
    ).toBe(true);
  });

  test("8 identical sets have no direction", () => {
    const same = directionMethods["mean-difference"].direction(
      { positive: rows([1, 2]), negative: rows([1, 2]) },
      seededRandom(1),
    );
    expect(same).toMatchObject({ ok: false, problem: { code: "input-invalid" } });
  });
});
