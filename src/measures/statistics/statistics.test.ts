import { describe, expect, test } from "vitest";
import { seededRandom } from "../../random";
import golden from "../golden/statistics.golden.json";
import { holm } from "./holm";
import { bcaInterval, differenceInterval, ratioInterval } from "./interval";
import { mcnemar } from "./mcnemar";
import { normalQuantile, normalShare } from "./normal";
import { pairedPermutation, ratioPermutation } from "./permutation";
import { wilson } from "./wilson";

const ones = (n: number): readonly number[] => Array.from({ length: n }, () => 1);
const evenly = (numerators: readonly number[]) => ({ numerators, denominators: ones(numerators.length) });
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

  test("9.2 BCa leans where the sample is skewed; percentile is there when asked for; the same seed, the same interval", () => {
    const skewed = evenly([1, 1, 1, 2, 2, 3, 4, 30]);
    const bca = ratioInterval(skewed, seededRandom(1))!;
    const percentile = ratioInterval(skewed, seededRandom(1), { method: "percentile" })!;
    expect([bca.method, percentile.method]).toEqual(["bca", "percentile"]);
    expect(bca.high).toBeGreaterThan(percentile.high);
    expect(ratioInterval(skewed, seededRandom(1))).toEqual(bca);
  });

  test("9.3 one item has no interval, nor have items that are all alike; right or wrong gets Wilson's", () => {
    expect(ratioInterval(evenly([1]), seededRandom(1))).toBeNull();
    expect(ratioInterval({ numerators: [2, 4], denominators: [1, 2] }, seededRandom(1))).toBeNull();
    expect(ratioInterval(evenly([1, 1]), seededRandom(1))).toBeNull();
    const all = ratioInterval(evenly(ones(12)), seededRandom(1), { shares: true })!;
    expect(all).toMatchObject({ method: "wilson", high: 1 });
    expect(all.low).toBeCloseTo(golden.wilson[1]!.low, 9);
  });

  test("9.7 with the same weights a difference of ratios has the interval of the differences' ratio; one that never changes has none", () => {
    const [before, after, denominators] = [
      [3, 1, 4, 1, 5, 9],
      [2, 7, 1, 8, 2, 8],
      [1, 2, 1, 3, 1, 2],
    ];
    const differences = { numerators: after.map((value, i) => value - before[i]!), denominators };
    const own = differenceInterval(
      { numerators: before, denominators },
      { numerators: after, denominators },
      seededRandom(4),
    )!;
    const same = ratioInterval(differences, seededRandom(4))!;
    expect(own.method).toBe(same.method);
    expect(own.low).toBeCloseTo(same.low, 12);
    expect(own.high).toBeCloseTo(same.high, 12);
    expect(differenceInterval(differences, differences, seededRandom(4))).toBeNull();
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

  test("9.5 one side ahead at each of 16 items: only none and all of 2^16 exchanges are as extreme; items alike in both say nothing", () => {
    expect(pairedPermutation(ones(16), seededRandom(1))).toBe(2 / 2 ** 16);
    expect(pairedPermutation([...ones(16), 0, 0], seededRandom(1))).toBe(2 / 2 ** 16);
    expect(
      pairedPermutation(
        ones(16).map(() => 0),
        seededRandom(1),
      ),
    ).toBe(1);
    expect(pairedPermutation([], seededRandom(1))).toBe(1);
  });

  test("9.5 beyond that it is drawn: 15 of 16 ones ahead, by hand 2 (1 + 16) / 2^16 = 0.00052", () => {
    const p = pairedPermutation([...ones(15), -1], seededRandom(1));
    expect(Math.abs(p - 34 / 2 ** 16)).toBeLessThan(0.0006);
    // 27 of 30: by hand 2 (1 + 30 + 435 + 4060) / 2^30 = 0.000008, less than the least that 2,000 draws can say.
    const rare = pairedPermutation([...ones(27), -1, -1, -1], seededRandom(1));
    expect([1 / 20_001, 2 / 20_001]).toContain(rare);
    // 29 of 30: by hand 2 (1 + 30) / 2^30 = 5.8e-8, kept below 2 exp(-28^2 / 60) = 4.2e-6.
    expect(pairedPermutation([...ones(29), -1], seededRandom(1))).toBeCloseTo(2 * Math.exp(-(28 ** 2) / 60), 12);
    expect(pairedPermutation([...ones(9), ...ones(9).map((one) => -one)], seededRandom(1))).toBe(1);
  });

  test("9.5 what is drawn keeps to what is counted: of the signs of 1, 2, .., 20 so many give 134 or more", () => {
    const differences = Array.from({ length: 20 }, (_, i) => (i === 17 || i === 19 ? -i - 1 : i + 1));
    let ways = new Map([[0, 1]]);
    for (const value of differences) {
      const next = new Map<number, number>();
      for (const [reached, count] of ways) {
        for (const to of [reached + value, reached - value]) next.set(to, (next.get(to) ?? 0) + count);
      }
      ways = next;
    }
    const extreme = total([...ways].map(([reached, count]) => (Math.abs(reached) >= 134 ? count : 0)));
    expect(extreme / 2 ** 20).toBeCloseTo(0.0107, 4);
    expect(pairedPermutation(differences, seededRandom(1))).toBeCloseTo(extreme / 2 ** 20, 2);
  });

  test("9.5 items that weigh unlike in both: what they add to the difference changes sign", () => {
    // 18/20 + 0/2 = 0.818 against 6/20 + 1/3 = 0.304, together r = 25/45. Item 1 adds 2 (-5.111/23 - 6.889/22) = -1.071, item 2
    // 2 (-0.667/23 + 1.111/22) = +0.043: whatever changes sign, the sum is 1.028 or 1.114 from 0.
    const [before, after] = [
      { numerators: [18, 0], denominators: [20, 2] },
      { numerators: [6, 1], denominators: [20, 3] },
    ];
    expect(ratioPermutation(before, after, seededRandom(1))).toBe(1);
    // 1/4 + 0/2 + 2/8 = 0.214 against 3/3 + 2/2 + 6/6 = 1, together 0.56, which every item was below and is above.
    const [few, all] = [
      { numerators: [1, 0, 2], denominators: [4, 2, 8] },
      { numerators: [3, 2, 6], denominators: [3, 2, 6] },
    ];
    expect(ratioPermutation(few, all, seededRandom(1))).toBe(2 / 8);
  });

  test("9.5 where only lengths changed nothing did: 2 of 46 words in one item and 0 of 138 are one item that differs", () => {
    const before = { numerators: [2, ...ones(22).map(() => 0)], denominators: ones(23).map(() => 2) };
    const after = { numerators: ones(23).map(() => 0), denominators: ones(23).map(() => 6) };
    expect(ratioPermutation(before, after, seededRandom(1))).toBe(1);
  });

  test("9.5 of 400 pairs that have one rate and lengths 3 : 1, about 5 % are below 0.05; at rates 0.1 and 0.4 most are", () => {
    const random = seededRandom(7);
    const texts = (rate: number, longest: number) => {
      const denominators = ones(16).map(() => 1 + Math.floor(random() * longest));
      const numerators = denominators.map((words) => ones(words).filter(() => random() < rate).length);
      return { numerators, denominators };
    };
    const found = (rate: number) =>
      ones(400).filter(() => ratioPermutation(texts(0.1, 4), texts(rate, 12), random) < 0.05).length / 400;
    const [alike, unlike] = [found(0.1), found(0.4)];
    expect(alike).toBeLessThan(0.08);
    expect(unlike).toBeGreaterThan(0.8);
  });

  test.each(golden.holm)("9.6 Holm equals statsmodels' ($p)", ({ p, adjusted }) => {
    for (const [i, value] of holm(p).entries()) expect(value).toBeCloseTo(adjusted[i]!, 12);
  });
});
