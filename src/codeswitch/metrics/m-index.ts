import { countLanguages, shares } from "./counts";
import type { Metric } from "./metric";

/** How evenly the languages share the words: 0 for one language, 1 for equal shares. */
export const mIndex: Metric = {
  id: "m-index",
  name: "M-index",
  ends: "0: one language only; 1: all languages have as many words.",
  formula: "(1 − Σ p²) / ((k − 1) Σ p²), 0 when k < 2",
  reference: "Barnett et al. 2000; Guzmán et al. 2017",
  range: [0, 1],
  measure(words) {
    return mIndexOf([...countLanguages(words).values()]);
  },
};

/** The M-index of words counted by language; languages without a word do not count. */
export function mIndexOf(counts: readonly number[]): number {
  const present = counts.filter((count) => count > 0);
  const squares = shares(present).reduce((sum, p) => sum + p * p, 0);
  return present.length < 2 ? 0 : (1 - squares) / ((present.length - 1) * squares);
}
