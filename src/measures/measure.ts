import type { Random } from "../random";
import { bootstrapRatio, type BootstrapOptions, type Estimate } from "./statistics/bootstrap";

/**
 * A measure over samples is a ratio of sums: each sample gives a numerator and a denominator. A mean or a share has
 * denominator 1; a rate, such as bits per byte, has the size of the sample, so long samples weigh more.
 */
export interface Measure<Sample> {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly better: "higher" | "lower" | "neither";
  /** Where the definition comes from. */
  readonly source: string;
  /** A sample that cannot be measured gives a denominator of 0 and so does not count. */
  parts(sample: Sample): readonly [numerator: number, denominator: number];
}

/** The measure of one sample; NaN where it cannot be measured. */
export function measureOne<Sample>(measure: Measure<Sample>, sample: Sample): number {
  const [numerator, denominator] = measure.parts(sample);
  return denominator === 0 ? Number.NaN : numerator / denominator;
}

/** The measure over all samples with its bootstrap interval; `n` counts the samples that could be measured. */
export function estimate<Sample>(
  measure: Measure<Sample>,
  samples: readonly Sample[],
  random: Random,
  options: BootstrapOptions = {},
): Estimate {
  const parts = samples.map((sample) => measure.parts(sample)).filter(([, denominator]) => denominator !== 0);
  return bootstrapRatio(
    parts.map(([numerator]) => numerator),
    parts.map(([, denominator]) => denominator),
    random,
    options,
  );
}
