import { entropy, shares, spanLengths } from "./counts";
import type { Metric } from "./metric";

/** How many bits it takes to say how long a span is. */
export const spanEntropy: Metric = {
  id: "span-entropy",
  name: "Span entropy",
  ends: "0 bits: all stretches in one language are equally long; higher the more lengths there are.",
  formula: "− Σ p_l log₂ p_l, p_l the share of spans of l words",
  reference: "Guzmán et al. 2017",
  range: [0, Number.POSITIVE_INFINITY],
  measure(words) {
    const counts = new Map<number, number>();
    for (const length of spanLengths(words)) counts.set(length, (counts.get(length) ?? 0) + 1);
    return entropy(shares([...counts.values()]));
  },
};
