import type { Similarities } from "./similarity";
import { mean } from "../../vectors";

/**
 * For each sentence its similarity to its translation less its mean similarity to the other translations. Language Ranker
 * (Li et al. 2024, 2404.11553) averages the first term alone, which is near 1 for any two texts in a narrow cone of space.
 */
export function matchedLessMismatched(similarities: Similarities): readonly number[] {
  return similarities.map((row, i) => {
    const others = row.filter((_, j) => j !== i);
    return row[i]! - (others.length === 0 ? 0 : mean(others));
  });
}
