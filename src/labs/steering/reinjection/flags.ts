import { evidentLinks } from "../../../codeswitch/aligner/evident-links";
import type { WordPair } from "../../../codeswitch/aligner/ibm1";
import { type Unfaithful, unfaithfulWords } from "../../../measures/text/faithfulness";

/** Pairs to learn links from, and pairs of a source and what was made of it. */
export interface FlagRequest {
  readonly corpus: readonly WordPair[];
  readonly pairs: readonly WordPair[];
}

/** What each pair misses and adds. */
export function flagsOf({ corpus, pairs }: FlagRequest): readonly Unfaithful[] {
  const linksOf = evidentLinks(corpus);
  return pairs.map((pair) => unfaithfulWords(...pair, linksOf(pair)));
}
