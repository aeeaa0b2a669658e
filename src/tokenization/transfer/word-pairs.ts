import { type Ibm1Options, trainIbm1, type WordPair } from "../../codeswitch/aligner/ibm1";
import type { WordPairCount } from "./transfer";

const options: Ibm1Options = { iterations: 8, tension: 0, nullShare: 0.02 };

/**
 * How often IBM Model 1 links a source word with a target word in parallel sentences, most frequent first. It stands for fast_align,
 * which the paper runs on millions of lines with `least` 20; for hundreds of lines 1 or 2 is what there is.
 */
export function wordPairCounts(pairs: readonly WordPair[], least: number): readonly WordPairCount[] {
  const model = trainIbm1(pairs, options);
  const counts = new Map<string, { source: string; target: string; count: number }>();
  for (const pair of pairs) {
    const [from, to] = pair;
    for (const [place, linked] of model.align(pair).entries()) {
      if (linked < 0) continue;
      const [source, target] = [from[linked]!, to[place]!];
      const key = JSON.stringify([source, target]);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { source, target, count: 1 });
    }
  }
  return [...counts.values()].filter(({ count }) => count >= least).toSorted((a, b) => b.count - a.count);
}
