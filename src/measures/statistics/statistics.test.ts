import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import golden from "../golden/statistics.golden.json";
import { holm } from "./holm";
import { bcaInterval, ratioInterval } from "./interval";
import { mcnemar } from "./mcnemar";
import { normalQuantile, normalShare } from "./normal";
import { pairedPermutation } from "./permutation";
import { wilson } from "./wilson";

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("the normal distribution equals scipy's", () => {
  test.each(golden.normal)("9.1 below $x", ({ x, share }) => expect(normalShare(x)).toBeCloseTo(share, 13));
  test.each(golden.quantile)("9.1 quantile of $share", ({ share, x }) =>
    expect(normalQuantile(share)).toBeCloseTo(x, 8),
  );
});

describe("intervals", () => {
  test.each(golden.bca)("9.2 BCa over given resamples equals scipy's ($value)", (given) => {
    const [a, b] = [total(given.numerators), total(given.denominators)];
    const without = given.numerators.map((numerator, i) => (a - numerator) / (b - given.denominators[i]!));
    for (const { level, low, high } of given.intervals) {
      const found = bcaInterval(given.value, given.draws, without, level)!;
      expect(found.low).toBeCloseTo(low, 9);
      expect(found.high).toBeCloseTo(high, 9);
    }
  });

  const ones = (n: number) => Array.from({ length: n }, () => 1);

  test("9.2 BCa leans where the sample is skewed; percentile is there when asked for; the same seed, the same interval", () => {
    const skewed = [1, 1, 1, 2, 2, 3, 4, 30];
    const bca = ratioInterval(skewed, ones(8), seededRandom(1))!;
    const percentile = ratioInterval(skewed, ones(8), seededRandom(1), { method: "percentile" })!;
    expect([bca.method, percentile.method]).toEqual(["bca", "percentile"]);
    expect(bca.high).toBeGreaterThan(percentile.high);
    expect(ratioInterval(skewed, ones(8), seededRandom(1))).toEqual(bca);
  });

  test("9.3 one item has no interval, nor have items that are all alike; right or wrong gets Wilson's", () => {
    expect(ratioInterval([1], [1], seededRandom(1))).toBeNull();
    expect(ratioInterval([2, 4], [1, 2], seededRandom(1))).toBeNull();
    expect(ratioInterval([1, 1], [1, 1], seededRandom(1))).toBeNull();
    const all = ratioInterval(ones(12), ones(12), seededRandom(1), { shares: true })!;
    expect(all).toMatchObject({ method: "wilson", high: 1 });
    expect(all.low).toBeCloseTo(golden.wilson[1]!.low, 9);
  });

  test.each(golden.wilson)("9.3 Wilson of $successes in $n equals statsmodels'", ({ successes, n, low, high }) => {
    expect(wilson(successes, n).low).toBeCloseTo(low, 9);
    expect(wilson(successes, n).high).toBeCloseTo(high, 9);
  });
});

describe("tests of a change", () => {
  test.each(golden.mcnemar)("9.4 McNemar of $negative and $positive equals statsmodels'", ({ p, ...flips }) =>
    expect(mcnemar(flips)).toBeCloseTo(p, 12),
  );

  test("9.4 one against seven by hand: 2 (1 + 8) / 2^8 = 0.0703", () =>
    expect(mcnemar({ negative: 1, positive: 7 })).toBeCloseTo(18 / 256, 12));

  test.each(golden.permutation)("9.5 the exact permutation test equals scipy's (p = $p)", ({ differences, p }) =>
    expect(pairedPermutation(differences, seededRandom(1))).toBeCloseTo(p, 12),
  );

  test("9.5 beyond twelve items it is drawn: all of 16 differences on one side are rare, none is none", () => {
    const same = Array.from({ length: 16 }, () => 1);
    expect(pairedPermutation(same, seededRandom(1))).toBeLessThan(0.003);
    expect(
      pairedPermutation(
        same.map(() => 0),
        seededRandom(1),
      ),
    ).toBe(1);
    expect(pairedPermutation([], seededRandom(1))).toBe(1);
  });

  test.each(golden.holm)("9.6 Holm equals statsmodels' ($p)", ({ p, adjusted }) => {
    for (const [i, value] of holm(p).entries()) expect(value).toBeCloseTo(adjusted[i]!, 12);
  });
});
