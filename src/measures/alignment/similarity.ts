import { dot, mean } from "../../vectors";

/** Similarities [n][m] of n vectors to m others. */
export type Similarities = readonly (readonly number[])[];

/** Cosines of every vector of one list with every vector of the other; 0 where one has no length. */
export function cosines(first: readonly ArrayLike<number>[], second: readonly ArrayLike<number>[]): Similarities {
  const lengths = second.map(norm);
  return first.map((a) => {
    const length = norm(a);
    return second.map((b, j) => {
      const product = length * lengths[j]!;
      return product === 0 ? 0 : dot(a, b) / product;
    });
  });
}

function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a));
}

/** Mean of the k greatest of some similarities; of all where there are fewer. */
export function meanOfNearest(similarities: readonly number[], k: number): number {
  const nearest = similarities.toSorted((a, b) => b - a).slice(0, k);
  return nearest.length === 0 ? 0 : mean(nearest);
}

/** Rows become columns. */
export function transposed(similarities: Similarities): Similarities {
  return (similarities[0] ?? []).map((_, j) => similarities.map((row) => row[j]!));
}
