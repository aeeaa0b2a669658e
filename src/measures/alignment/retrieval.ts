import { meanOfNearest, type Similarities, transposed } from "./similarity";

/**
 * Ratio margin of every pair (Artetxe and Schwenk 2019, 1811.01136): cos(x, y) over the mean of the two mean cosines of x
 * and of y to their k nearest on the other side.
 */
export function margins(similarities: Similarities, k = 4): Similarities {
  const rows = similarities.map((row) => meanOfNearest(row, k));
  const columns = transposed(similarities).map((column) => meanOfNearest(column, k));
  return similarities.map((row, i) =>
    row.map((value, j) => {
      const hubness = (rows[i]! + columns[j]!) / 2;
      return hubness === 0 ? 0 : value / hubness;
    }),
  );
}

/** Which rows have their own column strictly first: entry i is right where no other j scores as high. */
export function retrieved(scores: Similarities): readonly boolean[] {
  return scores.map((row, i) => rankOf(row, i) === 1);
}

/** Place of entry i in its row, from 1; an entry that ties is placed behind. */
export function rankOf(row: readonly number[], i: number): number {
  return 1 + row.filter((value, j) => j !== i && value >= row[i]!).length;
}
