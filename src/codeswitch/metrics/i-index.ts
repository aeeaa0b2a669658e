import { countSwitches, languagesOf } from "./counts";
import type { Metric, TaggedWord } from "./metric";

/** The share of places between words where the language changes. */
export const iIndex: Metric = {
  id: "i-index",
  name: "I-index",
  ends: "0: the language never changes; 1: it changes after every word.",
  formula: "P / (N − 1), 0 when N < 2",
  reference: "Guzmán et al. 2017",
  range: [0, 1],
  measure(words) {
    const size = languagesOf(words).length;
    return size < 2 ? 0 : countSwitches(words) / (size - 1);
  },
};

/** The switch-point fraction of a corpus: the mean of the utterances' I-indices (Pratapa et al. 2018). */
export function switchingFraction(utterances: readonly (readonly TaggedWord[])[]): number {
  const sum = utterances.reduce((total, words) => total + (iIndex.measure(words) ?? 0), 0);
  return utterances.length === 0 ? 0 : sum / utterances.length;
}
