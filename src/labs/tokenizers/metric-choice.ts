import { type Document, shownMetrics } from "../../experiments/documents/tokenizers";
import { metrics } from "../../tokenization/metrics";
import { showFixed } from "../../ui/Table";

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

/** A value of a metric as figures show it: shares in per cent. */
export function showMetric(id: ShownMetric | "gini", value: number | null): string {
  const { digits } = metricOf(id);
  if (value === null || !isShare(id)) return showFixed(value, digits);
  return `${showFixed(100 * value, Math.max(0, digits - 2))} %`;
}

/** Where a value lies with 95 %, as a sentence; nothing for metrics without an interval. */
export function showInterval(id: ShownMetric, interval: readonly [number, number] | undefined): string | undefined {
  return interval && `95 %: ${showMetric(id, interval[0])} to ${showMetric(id, interval[1])}`;
}

/** What the shown numbers count: of a share, what it is a share of. */
export function shownUnit(id: ShownMetric | "gini"): string {
  return metricOf(id).unit.replace(/^share /, "");
}

function isShare(id: ShownMetric | "gini"): boolean {
  return metricOf(id).unit.startsWith("share ");
}
