import type { Score } from "../../../engine/engine";
import type { ScoredTokens } from "../../../measures/surprisal";

/** A score as tokens' ends and bits, from which words and units get theirs. */
export function scoredTokens({ tokens, logProbabilities }: Score): ScoredTokens {
  return {
    ends: tokens.map(({ bytes }) => bytes[1]),
    bits: logProbabilities.map((value) => -value / Math.LN2),
  };
}
