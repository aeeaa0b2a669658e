import { symmetricEigen } from "../../merging/arithmetic/eigen";
import { seededRandom } from "../../random";
import type { CooccurrenceCounts } from "./cooccurrence";

/** Words and their vectors, all of one length. */
export type WordVectors = ReadonlyMap<string, Float32Array>;

const oversampling = 8;
const rounds = 6;

/**
 * Word vectors U √Σ of the positive pointwise mutual information max(0, ln(n(w,c) n / n(w) n(c))) = U Σ Vᵀ (Levy et al. 2015, TACL
 * 3, eigenvalue weighting ½), by block power iteration on the sparse matrix. At most `width` long, less where there are fewer words or contexts.
 */
export function ppmiVectors({ words, contexts, cells }: CooccurrenceCounts, width: number, seed: number): WordVectors {
  const [wordTotals, contextTotals] = [new Float64Array(words.length), new Float64Array(contexts)];
  let total = 0;
  for (const { word, context, count } of cells) {
    wordTotals[word]! += count;
    contextTotals[context]! += count;
    total += count;
  }
  const matrix = cells.flatMap(({ word, context, count }) => {
    const value = Math.log((count * total) / (wordTotals[word]! * contextTotals[context]!));
    return value > 0 ? [{ word, context, value }] : [];
  });
  const k = Math.min(width + oversampling, words.length, contexts);
  const random = seededRandom(seed);
  let q: Float64Array = Float64Array.from({ length: contexts * k }, () => random() - 0.5);
  orthonormalise(q, contexts, k);
  let y = new Float64Array(0);
  for (let round = 0; round < rounds; round++) {
    y = new Float64Array(words.length * k);
    for (const { word, context, value } of matrix) addRow(y, word, q, context, value, k);
    if (round === rounds - 1) break;
    q = new Float64Array(contexts * k);
    for (const { word, context, value } of matrix) addRow(q, context, y, word, value, k);
    orthonormalise(q, contexts, k);
  }
  // Y = M Q = U Σ Wᵀ, so YᵀY = W Σ² Wᵀ and U √Σ = Y W Σ^-½.
  const gram = new Float64Array(k * k);
  for (let row = 0; row < words.length; row++) {
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) gram[i * k + j]! += y[row * k + i]! * y[row * k + j]!;
  }
  const { values, vectors } = symmetricEigen(gram, k);
  const kept = Array.from(values.subarray(0, width)).filter((value) => value > 1e-9 * values[0]!).length;
  return new Map(
    words.map((word, row): readonly [string, Float32Array] => {
      const vector = new Float32Array(kept);
      for (let at = 0; at < kept; at++) {
        let sum = 0;
        for (let i = 0; i < k; i++) sum += y[row * k + i]! * vectors[at * k + i]!;
        vector[at] = sum / values[at]! ** 0.25;
      }
      return [word, vector];
    }),
  );
}

function addRow(to: Float64Array, row: number, from: Float64Array, other: number, factor: number, k: number): void {
  for (let i = 0; i < k; i++) to[row * k + i]! += factor * from[other * k + i]!;
}

/** Makes the k columns of [n, k] orthonormal (modified Gram-Schmidt); a column that depends on others becomes zero. */
function orthonormalise(matrix: Float64Array, n: number, k: number): void {
  for (let column = 0; column < k; column++) {
    const before = columnNorm(matrix, n, k, column);
    for (let other = 0; other < column; other++) {
      let product = 0;
      for (let row = 0; row < n; row++) product += matrix[row * k + column]! * matrix[row * k + other]!;
      for (let row = 0; row < n; row++) matrix[row * k + column]! -= product * matrix[row * k + other]!;
    }
    const norm = columnNorm(matrix, n, k, column);
    const scale = norm > 1e-10 * before ? 1 / norm : 0;
    for (let row = 0; row < n; row++) matrix[row * k + column]! *= scale;
  }
}

function columnNorm(matrix: Float64Array, n: number, k: number, column: number): number {
  let squares = 0;
  for (let row = 0; row < n; row++) squares += matrix[row * k + column]! ** 2;
  return Math.sqrt(squares);
}
