import { spanLengths } from "./counts";
import type { Metric } from "./metric";
import { mean } from "../../vectors";

/** Whether long spans follow long ones: the correlation of each span's length with the next. */
export const memory: Metric = {
  id: "memory",
  name: "Memory",
  ends: "−1: short stretches follow long ones; 0: no stretch tells the next; 1: long ones follow long ones.",
  formula: "1/(n − 1) · Σ (τ_j − μ₁)(τ_{j+1} − μ₂) / (σ₁σ₂), n spans",
  reference: "Goh and Barabási 2008; Guzmán et al. 2017",
  range: [-1, 1],
  measure(words) {
    const spans = spanLengths(words);
    const [here, next] = [spans.slice(0, -1), spans.slice(1)];
    const [mean1, mean2] = [mean(here), mean(next)];
    const deviation = Math.sqrt(mean(here.map((x) => (x - mean1) ** 2)) * mean(next.map((x) => (x - mean2) ** 2)));
    if (here.length === 0 || deviation === 0) return undefined;
    return mean(here.map((x, index) => (x - mean1) * (next[index]! - mean2))) / deviation;
  },
};
