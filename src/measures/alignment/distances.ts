import type { Similarities } from "./similarity";

/**
 * For each translation pair the share of all mismatched pairs that are less similar, ties half. Their mean is the area
 * under the ROC curve of "is a translation" (Mann and Whitney 1947): 1 when the two sets are apart, 0.5 when they are one.
 */
export function sharesBelow(similarities: Similarities): readonly number[] {
  const mismatched = similarities.flatMap((row, i) => row.filter((_, j) => j !== i)).sort((a, b) => a - b);
  if (mismatched.length === 0) return similarities.map(() => 0.5);
  return similarities.map((row, i) => {
    const value = row[i]!;
    return (countBelow(mismatched, value, false) + countBelow(mismatched, value, true)) / (2 * mismatched.length);
  });
}

/** How many of ascending values are below a value, or not above it. */
function countBelow(ascending: readonly number[], value: number, orEqual: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = ascending[middle]!;
    if (other < value || (orEqual && other === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
