import { cosineOf } from "../../../merging/arithmetic/vectors";
import type { TokenVectors } from "../transfer";

export interface Neighbour {
  readonly id: number;
  readonly cosine: number;
}

/** The `k` tokens whose vectors have the largest cosine, largest first; of equal cosines the smaller id. */
export function nearest(vector: Float32Array, among: TokenVectors, k: number): readonly Neighbour[] {
  const all = [...among].map(([id, other]) => ({ id, cosine: cosineOf(vector, other) }));
  return all
    .filter(({ cosine }) => !Number.isNaN(cosine))
    .sort((a, b) => b.cosine - a.cosine || a.id - b.id)
    .slice(0, k);
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
