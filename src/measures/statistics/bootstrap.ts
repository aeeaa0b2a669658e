import type { Random } from "../../random";
import { sum } from "../../vectors";

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
  const n = numerators.length;
  const [above, below] = [Float64Array.from(numerators), Float64Array.from(denominators)];
  const ratios: number[] = [];
  for (let draw = 0; draw < resamples; draw += 1) {
    let numerator = 0;
    let denominator = 0;
    for (let i = 0; i < n; i += 1) {
      const index = Math.floor(random() * n);
      numerator += above[index]!;
      denominator += below[index]!;
    }
    if (denominator !== 0) ratios.push(numerator / denominator);
  }
  return ratios.sort((a, b) => a - b);
}

/** Quantile of ascending values with linear interpolation (type 7 of Hyndman and Fan 1996, numpy's default). */
export function quantile(ascending: readonly number[], share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (position - below) * (high - low);
}
