import { symmetricEigen } from "./eigen";

/** W [rows, columns] = Σ σₖ uₖ vₖᵀ with σ descending: `left` holds uₖ as rows [k, rows], `right` vₖ as rows [k, columns]. */
export interface Svd {
  readonly sigma: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/**
 * Singular value decomposition through the smaller Gram matrix, in f64. Values below 1e-7 of the largest are noise of f32
 * weights and are set to zero, with their vectors on the longer side.
 */
export function svd(matrix: Float32Array, rows: number, columns: number): Svd {
  const wide = columns >= rows;
  const [short, long] = wide ? [rows, columns] : [columns, rows];
  const { values, vectors } = symmetricEigen(gram(matrix, rows, columns), short);
  const sigma = values.map((value) => Math.sqrt(Math.max(0, value)));
  const noise = 1e-7 * (sigma[0] ?? 0);
  const other = new Float64Array(short * long);
  for (let k = 0; k < short; k++) {
    if (sigma[k]! <= noise) {
      sigma[k] = 0;
      continue;
    }
    const row = other.subarray(k * long, (k + 1) * long);
    if (wide) {
      for (let i = 0; i < rows; i++) {
        const factor = vectors[k * short + i]! / sigma[k]!;
        for (let j = 0; j < columns; j++) row[j]! += factor * matrix[i * columns + j]!;
      }
    } else {
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < columns; j++) sum += matrix[i * columns + j]! * vectors[k * short + j]!;
        row[i] = sum / sigma[k]!;
      }
    }
  }
  return wide ? { sigma, left: vectors, right: other } : { sigma, left: other, right: vectors };
}

/** Singular values alone, descending. */
export function singularValues(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const { values } = symmetricEigen(gram(matrix, rows, columns), Math.min(rows, columns), false);
  return values.map((value) => Math.sqrt(Math.max(0, value)));
}

/** Σ over the first `rank` of σₖ uₖ vₖᵀ. */
export function compose({ sigma, left, right }: Svd, rank: number, rows: number, columns: number): Float32Array {
  const sums = new Float64Array(rows * columns);
  for (let k = 0; k < rank; k++) {
    if (sigma[k] === 0) continue;
    for (let i = 0; i < rows; i++) {
      const factor = sigma[k]! * left[k * rows + i]!;
      if (factor === 0) continue;
      const at = i * columns;
      for (let j = 0; j < columns; j++) sums[at + j]! += factor * right[k * columns + j]!;
    }
  }
  return Float32Array.from(sums);
}

/** The smallest number of leading values whose squares are `share` of all squares; at least 1, unless all are zero. */
export function rankForEnergy(sigma: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let k = 0; k < sigma.length; k++) total += sigma[k]! ** 2;
  if (total === 0) return 0;
  let sum = 0;
  for (let k = 0; k < sigma.length; k++) {
    sum += sigma[k]! ** 2;
    if (sum >= share * total * (1 - 1e-12)) return k + 1;
  }
  return sigma.length;
}

/** W Wᵀ or Wᵀ W, whichever is smaller. */
function gram(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const wide = columns >= rows;
  const n = wide ? rows : columns;
  const product = new Float64Array(n * n);
  if (wide) {
    for (let i = 0; i < rows; i++) {
      for (let j = i; j < rows; j++) {
        let sum = 0;
        for (let k = 0; k < columns; k++) sum += matrix[i * columns + k]! * matrix[j * columns + k]!;
        product[i * n + j] = sum;
        product[j * n + i] = sum;
      }
    }
    return product;
  }
  for (let row = 0; row < rows; row++) {
    const at = row * columns;
    for (let i = 0; i < columns; i++) {
      const factor = matrix[at + i]!;
      for (let j = i; j < columns; j++) product[i * n + j]! += factor * matrix[at + j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) product[i * n + j] = product[j * n + i]!;
  return product;
}
