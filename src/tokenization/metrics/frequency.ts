import { idCounts, ratio, sum, type TextMetric, tokenCount } from "./metric";

/** Share of the text that ids of middling frequency make up. */
export const percentileFrequency: TextMetric = {
  kind: "text",
  id: "percentile-frequency",
  name: "Percentile frequency",
  formula: "Σ p of the ids ranked from 3 % to 83 % by frequency",
  convention: "Ids that occur in this text, the most frequent first; ranks rounded down.",
  source: "Zouhar et al. 2023, after Gowda and May 2020",
  unit: "share of tokens",
  better: "higher",
  digits: 3,
  compute(sample) {
    const counts = idCounts(sample).toSorted((a, b) => b - a);
    const middle = counts.slice(Math.floor(0.03 * counts.length), Math.floor(0.83 * counts.length));
    return ratio(sum(middle), tokenCount(sample));
  },
};

/** Bits of the text when every id that occurs has a code word of one length. */
export const codeLength: TextMetric = {
  kind: "text",
  id: "code-length",
  name: "Code length",
  formula: "Σ tokens · log₂|V|",
  convention:
    "|V| is the number of different ids that occur in this text. tokenization-scorer gives it with a minus sign.",
  source: "Zouhar et al. 2023",
  unit: "bits",
  better: "lower",
  digits: 0,
  compute(sample) {
    const types = idCounts(sample).length;
    return types === 0 ? null : tokenCount(sample) * Math.log2(types);
  },
};
