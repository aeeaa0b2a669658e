import type { TokenVectors } from "../transfer";

export interface Neighbour {
  readonly id: number;
  readonly cosine: number;
}

/**
 * Reads the vectors once; the function returned gives the `k` tokens whose vectors have the largest cosine, largest first, of equal
 * cosines the smaller id. Vectors of length zero are nobody's neighbours.
 */
export function neighboursAmong(vectors: TokenVectors): (vector: Float32Array, k: number) => readonly Neighbour[] {
  const units = [...vectors]
    .sort(([a], [b]) => a - b)
    .flatMap(([id, vector]) => {
      const length = lengthOf(vector);
      return length > 0 ? [{ id, unit: vector.map((value) => value / length) }] : [];
    });
  return (vector, k) => {
    const length = lengthOf(vector);
    if (length === 0) return [];
    const found: Neighbour[] = [];
    for (const { id, unit } of units) {
      let product = 0;
      for (let i = 0; i < unit.length; i++) product += unit[i]! * vector[i]!;
      const cosine = product / length;
      if (found.length >= k && cosine <= found.at(-1)!.cosine) continue;
      let at = found.length;
      while (at > 0 && found[at - 1]!.cosine < cosine) at--;
      found.splice(at, 0, { id, cosine });
      if (found.length > k) found.pop();
    }
    return found;
  };
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!;
  return Math.sqrt(squares);
}

/** Shares in proportion to exp(cosine / temperature). */
export function softmaxShares(neighbours: readonly Neighbour[], temperature: number): (readonly [number, number])[] {
  const most = neighbours[0]?.cosine ?? 0;
  return neighbours.map(({ id, cosine }) => [id, Math.exp((cosine - most) / temperature)]);
}

/** The projection of the cosines onto the simplex (Martins and Astudillo 2016, arXiv 1602.02068): few shares, the rest zero. */
export function sparsemaxShares(neighbours: readonly Neighbour[]): (readonly [number, number])[] {
  let sum = 0;
  let threshold = 0;
  for (const [index, { cosine }] of neighbours.entries()) {
    sum += cosine;
    if (1 + (index + 1) * cosine > sum) threshold = (sum - 1) / (index + 1);
  }
  return neighbours
    .filter(({ cosine }) => cosine > threshold)
    .map(({ id, cosine }): readonly [number, number] => [id, cosine - threshold]);
}
