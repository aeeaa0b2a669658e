import { type Alignment, sortLinks } from "../alignment";
import { trainIbm1, type WordPair } from "./ibm1";
import { foldedPair, reversed } from "./word-pair";

const options = { iterations: 5, tension: 0, nullShare: 0.1 };

/**
 * Links that a corpus bears out: those of IBM Model 1 (Brown et al. 1993) in either direction, without a prior by place and without
 * guesses, so that words which never stood in one pair stay without a link. Whatever the case.
 */
export function evidentLinks(corpus: readonly WordPair[]): (pair: WordPair) => Alignment {
  const folded = corpus.map(foldedPair);
  const forward = trainIbm1(folded, options);
  const backward = trainIbm1(folded.map(reversed), options);
  return (given) => {
    const pair = foldedPair(given);
    return sortLinks([
      ...forward.align(pair).flatMap((first, second) => (first < 0 ? [] : [{ first, second }])),
      ...backward.align(reversed(pair)).flatMap((second, first) => (second < 0 ? [] : [{ first, second }])),
    ]);
  };
}
