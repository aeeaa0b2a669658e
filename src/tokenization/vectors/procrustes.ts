import { svd } from "../../merging/arithmetic/svd";

/**
 * The rotation Q [d, d] that takes the rows of X nearest to those of Y, min ‖X Q - Y‖ over orthogonal Q: U Vᵀ of the singular value
 * decomposition XᵀY = U Σ Vᵀ (Schönemann 1966). Row-major. Directions that the rows say nothing of, as there are fewer rows than
 * dimensions, are turned as little as what they must keep clear of allows.
 */
export function procrustes(x: Float32Array, y: Float32Array, width: number): Float32Array {
  const product = new Float32Array(width * width);
  for (let row = 0; row < x.length; row += width) {
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) product[i * width + j]! += x[row + i]! * y[row + j]!;
  }
  const { sigma, left, right } = svd(product, width, width);
  for (let k = 0; k < width; k++)
    if (sigma[k] === 0) complete(right, left.subarray(k * width, (k + 1) * width), k, width);
  const rotation = new Float32Array(width * width);
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < width; i++) {
      const factor = left[k * width + i]!;
      for (let j = 0; j < width; j++) rotation[i * width + j]! += factor * right[k * width + j]!;
    }
  }
  return rotation;
}

/** Puts into row k a unit vector at right angles to the rows above it: what is left of `wish`, or of an axis where that is nothing. */
function complete(rows: Float64Array, wish: Float64Array, k: number, width: number): void {
  const row = rows.subarray(k * width, (k + 1) * width);
  const axis = (at: number) => Float64Array.from({ length: width }, (_, i) => (i === at ? 1 : 0));
  for (let at = -1; at < width; at++) {
    row.set(at < 0 ? wish : axis(at));
    // Twice: once leaves what rounding leaves.
    for (let round = 0; round < 2; round++) {
      for (let other = 0; other < k; other++) {
        let product = 0;
        for (let i = 0; i < width; i++) product += row[i]! * rows[other * width + i]!;
        for (let i = 0; i < width; i++) row[i]! -= product * rows[other * width + i]!;
      }
    }
    const length = Math.sqrt(row.reduce((squares, value) => squares + value * value, 0));
    if (length < 1e-3) continue;
    for (let i = 0; i < width; i++) row[i]! /= length;
    return;
  }
}

/** One row times a matrix [d, columns]. */
export function rowTimes(row: Float32Array, matrix: Float32Array, columns: number): Float32Array {
  const product = new Float32Array(columns);
  for (let i = 0; i < row.length; i++) {
    const factor = row[i]!;
    for (let j = 0; j < columns; j++) product[j]! += factor * matrix[i * columns + j]!;
  }
  return product;
}
