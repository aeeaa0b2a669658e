import { type Frequencies, ofFrequencies, ratio, type TextMetric, tokensOf, typesOf } from "./metric";

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
  ...ofFrequencies((frequencies) => {
    const types = typesOf(frequencies);
    const middle =
      tokensUpTo(frequencies, Math.floor(0.83 * types)) - tokensUpTo(frequencies, Math.floor(0.03 * types));
    return ratio(middle, tokensOf(frequencies));
  }),
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
  ...ofFrequencies((frequencies) => {
    const types = typesOf(frequencies);
    return types === 0 ? null : tokensOf(frequencies) * Math.log2(types);
  }),
};

/** Tokens of the `rank` most frequent ids. */
function tokensUpTo(frequencies: Frequencies, rank: number): number {
  let [tokens, left] = [0, rank];
  for (const [times, ids] of frequencies) {
    const taken = Math.min(ids, left);
    tokens += taken * times;
    left -= taken;
  }
  return tokens;
}
