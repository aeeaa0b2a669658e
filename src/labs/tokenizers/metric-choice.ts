import { type Document, shownMetrics } from "../../experiments/documents/tokenizers";
import { metrics } from "../../tokenization/metrics";

export type ShownMetric = Document["metric"];

type Described = (typeof metrics)[number];

const byId: ReadonlyMap<string, Described> = new Map(metrics.map((metric) => [metric.id, metric]));

/** A metric by its id. */
export function metricOf(id: ShownMetric | "gini"): Described {
  const metric = byId.get(id);
  if (metric === undefined) throw new Error(`There is no metric "${id}".`);
  return metric;
}

/** The metrics of a scorecard, to choose from. */
export const metricOptions: readonly { readonly value: ShownMetric; readonly label: string }[] = shownMetrics.map(
  (id) => ({ value: id, label: metricOf(id).name }),
);
