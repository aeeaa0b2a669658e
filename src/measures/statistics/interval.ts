import type { Random } from "../../random";
import { quantile, resampledDifferences, resampledRatios } from "./bootstrap";
import { normalQuantile, normalShare } from "./normal";
import { type Ratio, ratioOf, ratiosWithoutEach } from "./ratio";
import { wilson } from "./wilson";
import { mean, sum } from "../../vectors";

export const intervalMethods = ["bca", "percentile"] as const;
export type IntervalMethod = (typeof intervalMethods)[number];

/** An interval, and what it is: the bootstrap has nothing to draw from one item, or from items that are all alike. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: IntervalMethod | "wilson";
}

const defaultResamples = 1000;

export interface IntervalOptions {
  readonly method?: IntervalMethod;
  /** Default 1,000. */
  readonly resamples?: number;
  /** Coverage; default 0.95. */
  readonly level?: number;
  /** The items are right or wrong: where all are alike, Wilson's interval says more than none. */
  readonly shares?: boolean;
}

/**
 * The interval of a ratio of sums over items. Null for fewer than two items, and for items that are all alike, unless
 * they are right or wrong: those get Wilson's interval.
 */
export function ratioInterval(
  ratio: Ratio,
  random: Random,
  { shares = false, ...options }: IntervalOptions = {},
): Interval | null {
  const { numerators, denominators } = ratio;
  const n = numerators.length;
  if (n < 2) return null;
  const value = ratioOf(ratio);
  const verdicts = shares && denominators.every((denominator) => denominator === 1);
  if (verdicts && (value === 0 || value === 1) && numerators.every((numerator) => numerator === value)) {
    return { ...wilson(value * n, n, options.level), method: "wilson" };
  }
  const draws = resampledRatios(numerators, denominators, random, options.resamples ?? defaultResamples);
  return intervalOf(value, draws, ratiosWithoutEach(ratio), options);
}

/**
 * The interval of the difference of two ratios of sums over the same items, which need not weigh the same in both. Null for
 * fewer than two items, and where every item changed alike.
 */
export function differenceInterval(
  before: Ratio,
  after: Ratio,
  random: Random,
  options: Omit<IntervalOptions, "shares"> = {},
): Interval | null {
  if (before.numerators.length < 2) return null;
  const draws = resampledDifferences(before, after, random, options.resamples ?? defaultResamples);
  const without = ratiosWithoutEach(before);
  const left = ratiosWithoutEach(after).map((value, i) => value - without[i]!);
  return intervalOf(ratioOf(after) - ratioOf(before), draws, left, options);
}

/** From ascending draws of a statistic and its jackknife; null where the draws are all alike. */
function intervalOf(
  value: number,
  draws: readonly number[],
  jackknifed: readonly number[],
  { method = "bca", level = 0.95 }: IntervalOptions,
): Interval | null {
  if (draws.at(-1)! - draws[0]! <= 1e-12 * Math.max(1, Math.abs(value))) return null;
  const bca = method === "bca" ? bcaInterval(value, draws, jackknifed, level) : null;
  if (bca) return { ...bca, method: "bca" };
  const tail = (1 - level) / 2;
  return { low: quantile(draws, tail), high: quantile(draws, 1 - tail), method: "percentile" };
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): `draws` ascending, `jackknife` the statistic without each item in
 * turn. Null where it is not defined: every draw on one side of the value, or a jackknife without spread.
 */
export function bcaInterval(
  value: number,
  draws: readonly number[],
  jackknifed: readonly number[],
  level = 0.95,
): { readonly low: number; readonly high: number } | null {
  const below = draws.filter((draw) => draw < value).length;
  const notAbove = draws.filter((draw) => draw <= value).length;
  const bias = normalQuantile((below + notAbove) / (2 * draws.length));
  const centre = mean(jackknifed);
  const cubes = sum(jackknifed.map((left) => (centre - left) ** 3));
  const squares = sum(jackknifed.map((left) => (centre - left) ** 2));
  if (!Number.isFinite(bias) || !(squares > 0)) return null;
  const acceleration = cubes / (6 * squares ** 1.5);
  const bound = (tail: number): number => {
    const z = bias + normalQuantile(tail);
    return quantile(draws, normalShare(bias + z / (1 - acceleration * z)));
  };
  return { low: bound((1 - level) / 2), high: bound((1 + level) / 2) };
}
