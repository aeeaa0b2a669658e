import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import { bootstrap, bootstrapRatio, quantile } from "./bootstrap";

describe("bootstrap", () => {
  test("2.1 the value is the mean of the samples, (1 + 2 + 6) / 3 = 3", () => {
    expect(bootstrap([1, 2, 6], seededRandom(1))).toMatchObject({ value: 3, n: 3 });
  });

  test("2.2 the same seed gives the same interval, another seed another", () => {
    const values = [1, 4, 9, 16, 25, 36];
    expect(bootstrap(values, seededRandom(7))).toEqual(bootstrap(values, seededRandom(7)));
    expect(bootstrap(values, seededRandom(7))).not.toEqual(bootstrap(values, seededRandom(8)));
  });

  test("2.3 for 400 numbers spread evenly over [0, 1) the interval is 0.5 +- 1.96 * 0.2887 / 20 = 0.5 +- 0.0283", () => {
    const values = Array.from({ length: 400 }, (_, i) => i / 400);
    const { low, high } = bootstrap(values, seededRandom(3), { resamples: 4000 });
    expect((high - low) / 2).toBeCloseTo(0.0283, 2);
    expect((high + low) / 2).toBeCloseTo(0.49875, 2);
  });

  test("2.4 a wider level gives an interval that contains the narrower one", () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const narrow = bootstrap(values, seededRandom(5), { level: 0.5 });
    const wide = bootstrap(values, seededRandom(5), { level: 0.99 });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  test("2.5 the interval lies within the samples' range and shrinks to the value when all are equal", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.integer(),
        (values, seed) => {
          const { low, high } = bootstrap(values, seededRandom(seed), { resamples: 50 });
          expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
    );
    expect(bootstrap([2, 2, 2], seededRandom(1))).toEqual({ value: 2, low: 2, high: 2, n: 3 });
  });

  test("2.6 a ratio of sums weighs long samples more: (10 + 1) / (5 + 1) = 1.8333, not the mean of 2 and 1", () => {
    const { value, low, high } = bootstrapRatio([10, 1], [5, 1], seededRandom(2));
    expect(value).toBeCloseTo(11 / 6, 12);
    expect(low).toBe(1);
    expect(high).toBe(2);
  });

  test("2.7 no samples give no number", () => {
    expect(bootstrap([], seededRandom(1)).value).toBeNaN();
  });
});

describe("quantile", () => {
  test("2.8 interpolates as numpy does: of 1, 2, 3, 4 the quartile is 1 + 0.75 = 1.75", () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  });
});
