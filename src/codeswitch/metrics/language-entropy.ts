import { countLanguages, entropy, shares } from "./counts";
import type { Metric } from "./metric";

/** How many bits it takes to say which language a word is in. */
export const languageEntropy: Metric = {
  id: "language-entropy",
  name: "Language entropy",
  ends: "0 bits: one language only; 1 bit: two languages with as many words each.",
  formula: "− Σ p log₂ p",
  reference: "Guzmán et al. 2017",
  range: [0, Number.POSITIVE_INFINITY],
  measure(words) {
    return entropy(shares([...countLanguages(words).values()]));
  },
};
