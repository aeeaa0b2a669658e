import { countLanguages } from "./counts";
import type { Metric } from "./metric";
import { sum } from "../../vectors";

/** The share of words that are not in the main language, in percent. */
export const cmi2014: Metric = {
  id: "cmi",
  name: "CMI",
  ends: "0: one language only; 50: two languages with as many words each.",
  formula: "100 · (1 − max w / N), 0 when N = 0",
  reference: "Gambäck and Das 2014",
  range: [0, 100],
  measure(words) {
    const counts = [...countLanguages(words).values()];
    const total = sum(counts);
    return total === 0 ? 0 : 100 * (1 - Math.max(...counts) / total);
  },
};
