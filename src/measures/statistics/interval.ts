import type { Random } from "../../random";
import { resampledRatios, quantile } from "./bootstrap";
import { normalQuantile, normalShare } from "./normal";
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
  numerators: readonly number[],
  denominators: readonly number[],
  random: Random,
  { method = "bca", resamples = 1000, level = 0.95, shares = false }: IntervalOptions = {},
): Interval | null {
  const n = numerators.length;
  if (n < 2) return null;
  const value = sum(numerators) / sum(denominators);
  if (numerators.every((numerator, i) => Math.abs(numerator - value * denominators[i]!) < 1e-12)) {
    const verdicts = shares && denominators.every((denominator) => denominator === 1) && (value === 0 || value === 1);
    return verdicts ? { ...wilson(value * n, n, level), method: "wilson" } : null;
  }
  const draws = resampledRatios(numerators, denominators, random, resamples);
  const left = jackknife(numerators, denominators);
  const bca = method === "bca" ? bcaInterval(value, draws, left, level) : null;
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

/** The ratio without each item in turn; items whose absence leaves nothing to divide by are left out. */
function jackknife(numerators: readonly number[], denominators: readonly number[]): readonly number[] {
  const [above, below] = [sum(numerators), sum(denominators)];
  return numerators
    .map((numerator, i) => (above - numerator) / (below - denominators[i]!))
    .filter((value) => Number.isFinite(value));
}
