import { spanLengths } from "./counts";
import type { Metric, TaggedWord } from "./metric";
import { mean } from "../../vectors";

/** How unevenly long the spans are: −1 periodic, 0 as if by chance, towards 1 in bursts. Deviation of the population. */
export const burstiness: Metric = {
  id: "burstiness",
  name: "Burstiness",
  ends: "−1: all stretches in one language are equally long; 0: as long as chance has it; towards 1: many short ones and a few very long ones.",
  formula: "(σ − μ) / (σ + μ) of τ, σ over all spans",
  reference: "Goh and Barabási 2008; Guzmán et al. 2017",
  range: [-1, 1],
  measure(words) {
    return burstinessOf(words, 0);
  },
};

/** The same with the deviation of a sample: n − 1 in place of n. */
export const sampleBurstiness: Metric = {
  ...burstiness,
  id: "burstiness-sample",
  name: "Burstiness (sample)",
  formula: "(s − μ) / (s + μ) of τ, s with n − 1",
  measure(words) {
    return burstinessOf(words, 1);
  },
};

function burstinessOf(words: readonly TaggedWord[], missing: 0 | 1): number | undefined {
  const spans = spanLengths(words);
  if (spans.length < 2) return undefined;
  const centre = mean(spans);
  const squares = spans.reduce((sum, span) => sum + (span - centre) ** 2, 0);
  const deviation = Math.sqrt(squares / (spans.length - missing));
  return (deviation - centre) / (deviation + centre);
}
