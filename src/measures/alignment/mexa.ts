import type { Similarities } from "./similarity";

/**
 * Which sentences MEXA counts (Kargaran et al. 2024, 2410.05873): those whose similarity to their own translation is
 * strictly greater than every other entry of its row and of its column. The score is their share; ties fail.
 */
export function mexaWins(similarities: Similarities): readonly boolean[] {
  return similarities.map((row, i) =>
    row.every(
      (value, j) => j === i || (row[i]! > value && row[i]! > (similarities[j]?.[i] ?? Number.NEGATIVE_INFINITY)),
    ),
  );
}
