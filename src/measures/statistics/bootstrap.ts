import type { Random } from "../../random";
import { sum } from "../../vectors";
import type { Ratio } from "./ratio";

/** A value with the interval that the bootstrap gives it, and the number of samples behind it. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface BootstrapOptions {
  /** Default 1,000. */
  readonly resamples?: number;
  /** Coverage of the interval; default 0.95. */
  readonly level?: number;
}

/**
 * Mean of the values with its percentile interval: the samples are drawn anew with replacement, and the quantiles of
 * the means of those draws bound the interval (Efron 1979). An interval of one value is that value. NaN for no values.
 */
export function bootstrap(values: readonly number[], random: Random, options: BootstrapOptions = {}): Estimate {
  return bootstrapRatio(
    values,
    values.map(() => 1),
    random,
    options,
  );
}

/**
 * Ratio of sums, such as bits per byte over texts of unequal length, with its percentile interval. Whole samples are
 * drawn, so numerator and denominator of one sample stay together. Draws whose denominators sum to 0 are left out.
 */
export function bootstrapRatio(
  numerators: readonly number[],
  denominators: readonly number[],
  random: Random,
  { resamples = 1000, level = 0.95 }: BootstrapOptions = {},
): Estimate {
  const value = sum(numerators) / sum(denominators);
  const ratios = resampledRatios(numerators, denominators, random, resamples);
  const tail = (1 - level) / 2;
  return { value, low: quantile(ratios, tail), high: quantile(ratios, 1 - tail), n: numerators.length };
}

/** The ratio of sums of each resample, ascending. */
export function resampledRatios(
  numerators: readonly number[],
  denominators: readonly number[],
  random: Random,
  resamples: number,
): readonly number[] {
  return resampled([numerators, denominators], ([above, below]) => above! / below!, random, resamples);
}

/** The difference of two ratios of sums over the same items, of each resample, ascending: an item is drawn for both. */
export function resampledDifferences(
  before: Ratio,
  after: Ratio,
  random: Random,
  resamples: number,
): readonly number[] {
  // Items that weigh the same in both give one ratio, which costs half.
  if (before.denominators.every((denominator, i) => denominator === after.denominators[i])) {
    const differences = after.numerators.map((numerator, i) => numerator - before.numerators[i]!);
    return resampledRatios(differences, after.denominators, random, resamples);
  }
  return resampled(
    [after.numerators, after.denominators, before.numerators, before.denominators],
    ([above, below, aboveBefore, belowBefore]) => above! / below! - aboveBefore! / belowBefore!,
    random,
    resamples,
  );
}

/** A statistic of the columns' sums over each resample of their rows, ascending, where it is finite. */
function resampled(
  columns: readonly (readonly number[])[],
  statistic: (sums: Float64Array) => number,
  random: Random,
  resamples: number,
): readonly number[] {
  const n = columns[0]!.length;
  const width = columns.length;
  const cells = Float64Array.from({ length: n * width }, (_, at) => columns[at % width]![Math.floor(at / width)]!);
  const sums = new Float64Array(width);
  const values = new Float64Array(resamples);
  let finite = 0;
  for (let draw = 0; draw < resamples; draw += 1) {
    sums.fill(0);
    for (let i = 0; i < n; i += 1) {
      const row = width * Math.floor(random() * n);
      for (let c = 0; c < width; c += 1) sums[c]! += cells[row + c]!;
    }
    const value = statistic(sums);
    if (Number.isFinite(value)) values[finite++] = value;
  }
  return [...values.subarray(0, finite).sort()];
}

/** Quantile of ascending values with linear interpolation (type 7 of Hyndman and Fan 1996, numpy's default). */
export function quantile(ascending: readonly number[], share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
