import type { Encoder } from "../encoder";
import type { TokenVectors } from "../transfer/transfer";
import type { WordVectors } from "./ppmi-svd";

/**
 * Vectors of tokens: the mean of the vectors of the words that contain the token, weighted by how often they occur (WECHSEL,
 * Minixhofer et al. 2022, for static vectors without n-grams). A word is cut as it stands in a text, after a space, and as one that begins it.
 */
export function tokenVectors(
  encoder: Encoder,
  vectors: WordVectors,
  frequency: (word: string) => number,
): TokenVectors {
  const sums = new Map<number, Float32Array>();
  const weights = new Map<number, number>();
  for (const [word, vector] of vectors) {
    const weight = frequency(word);
    if (weight <= 0) continue;
    const ids = new Set([word, ` ${word}`].flatMap((text) => encoder.encode(text).map(({ id }) => id)));
    for (const id of ids) {
      const sum = sums.get(id) ?? new Float32Array(vector.length);
      for (let i = 0; i < vector.length; i++) sum[i]! += weight * vector[i]!;
      sums.set(id, sum);
      weights.set(id, (weights.get(id) ?? 0) + weight);
    }
  }
  for (const [id, sum] of sums) for (let i = 0; i < sum.length; i++) sum[i]! /= weights.get(id)!;
  return sums;
}
