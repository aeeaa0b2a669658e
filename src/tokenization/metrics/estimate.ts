import { bootstrapRatio, quantile } from "../../measures/statistics/bootstrap";
import type { Random } from "../../random";
import { mean, sum } from "../../vectors";
import {
  type Frequencies,
  frequenciesOf,
  type LanguagesMetric,
  type PairMetric,
  ratioOfParts,
  type Sample,
  type TextMetric,
} from "./metric";

/** Draws of the lines. */
const resamples = 400;

export type Interval = readonly [low: number, high: number];

/** A metric's value and where it lies with 95 % of the draws; no interval where there are fewer than two lines. */
export interface MetricEstimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/**
 * Metrics of a sample with their intervals: the lines are drawn anew with replacement, each with its line of reference. A ratio of
 * sums has the percentile interval of the draws (Efron 1979). What looks at how often ids occur has value ± 1.96 standard deviations
 * of the draws (Efron and Tibshirani 1993, ch. 13): a draw misses a third of the lines and so loses ids, which would move percentiles
 * to one side; what it counts is never below 0, nor is the interval. Of a pair metric without a reference nothing.
 */
export function estimator(
  sample: Sample,
  reference: Sample | undefined,
  seeded: () => Random,
): (metric: TextMetric | PairMetric) => MetricEstimate {
  let draws: readonly Frequencies[] | undefined;
  return (metric) => {
    if (metric.kind === "pair" && !reference) return { value: null, interval: null };
    if (metric.kind === "text" && metric.ofFrequencies) {
      const value = metric.compute(sample);
      if (value === null || sample.lines.length < 2) return { value, interval: null };
      draws ??= drawnFrequencies(sample, seeded());
      return { value, interval: around(value, metric.ofFrequencies, sample, draws) };
    }
    const parts = metric.parts?.(sample, reference!) ?? [];
    const value = ratioOfParts(parts);
    if (value === null || parts.length < 2) return { value, interval: null };
    const sides = [parts.map(([numerator]) => numerator), parts.map(([, denominator]) => denominator)] as const;
    const { low, high } = bootstrapRatio(...sides, seeded(), { resamples });
    return { value, interval: [low, high] };
  };
}

/** The same of one tokenizer over languages: a draw takes the same lines of each; percentile interval. */
export function estimateOver(metric: LanguagesMetric, samples: readonly Sample[], random: Random): MetricEstimate {
  const value = metric.compute(samples);
  const n = samples[0]?.lines.length ?? 0;
  if (value === null || n < 2) return { value, interval: null };
  const values = Array.from({ length: resamples }, () => {
    const drawn = Array.from({ length: n }, () => Math.floor(random() * n));
    return metric.compute(samples.map((sample) => ({ ...sample, lines: drawn.flatMap((i) => sample.lines[i] ?? []) })));
  });
  const ascending = values.filter((one) => one !== null).sort((a, b) => a - b);
  return { value, interval: [quantile(ascending, 0.025), quantile(ascending, 0.975)] };
}

/** How often ids occur in each draw of the lines. */
function drawnFrequencies({ lines }: Sample, random: Random): readonly Frequencies[] {
  const places = new Map<number, number>();
  const idsOfLines = lines.map(({ tokens }) =>
    tokens.map(({ id }) => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return place;
    }),
  );
  const counts = new Int32Array(places.size);
  return Array.from({ length: resamples }, () => {
    counts.fill(0);
    for (let i = 0; i < lines.length; i++) {
      for (const place of idsOfLines[Math.floor(random() * lines.length)]!) counts[place]! += 1;
    }
    return frequenciesOf(counts);
  });
}

function around(
  value: number,
  compute: NonNullable<TextMetric["ofFrequencies"]>,
  { encoder }: Sample,
  draws: readonly Frequencies[],
): Interval {
  const values = draws.flatMap((frequencies) => compute(frequencies, encoder) ?? []);
  const centre = mean(values);
  const spread = 1.96 * Math.sqrt(sum(values.map((one) => (one - centre) ** 2)) / (values.length - 1));
  return [Math.max(0, value - spread), value + spread];
}
