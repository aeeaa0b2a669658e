import { meanOfNearest, type Similarities, transposed } from "./similarity";

/**
 * Cross-domain similarity local scaling (Conneau et al. 2018, 1710.04087): 2 cos(x, y) - r(x) - r(y), where r is the mean
 * cosine to the k nearest words of the other language. It takes from words that are near to everything.
 */
export function csls(similarities: Similarities, k = 10): Similarities {
  const rows = similarities.map((row) => meanOfNearest(row, k));
  const columns = transposed(similarities).map((column) => meanOfNearest(column, k));
  return similarities.map((row, i) => row.map((value, j) => 2 * value - rows[i]! - columns[j]!));
}
