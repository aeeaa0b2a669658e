import { bootstrapRatio } from "../../measures/statistics/bootstrap";
import type { Random } from "../../random";
import { type PairMetric, ratioOfParts, type Sample, type TextMetric } from "./metric";

/** Draws of the lines. */
const resamples = 400;

/** A metric's value and where it lies with 95 % of the draws; no interval where it is no ratio of sums over lines. */
export interface MetricEstimate {
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

/**
 * The metric of a sample with its percentile interval: the lines are drawn anew with replacement, each with its line of reference
 * (Efron 1979). Of a pair metric without a reference nothing.
 */
export function estimate(
  metric: TextMetric | PairMetric,
  sample: Sample,
  reference: Sample | undefined,
  random: Random,
): MetricEstimate {
  if (metric.kind === "pair" && !reference) return { value: null, interval: null };
  const parts = metric.parts?.(sample, reference!);
  if (!parts) return { value: metric.compute(sample, reference!), interval: null };
  const value = ratioOfParts(parts);
  if (value === null || parts.length < 2) return { value, interval: null };
  const sides = [parts.map(([numerator]) => numerator), parts.map(([, denominator]) => denominator)] as const;
  const { low, high } = bootstrapRatio(...sides, random, { resamples });
  return { value, interval: [low, high] };
}
