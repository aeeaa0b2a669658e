import { svd } from "../../merging/arithmetic/svd";

/**
 * The rotation Q [d, d] that takes the rows of X nearest to those of Y, min ‖X Q - Y‖ over orthogonal Q: U Vᵀ of the singular value
 * decomposition XᵀY = U Σ Vᵀ (Schönemann 1966). Row-major.
 */
export function procrustes(x: Float32Array, y: Float32Array, width: number): Float32Array {
  const product = new Float32Array(width * width);
  for (let row = 0; row < x.length; row += width) {
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) product[i * width + j]! += x[row + i]! * y[row + j]!;
  }
  const { left, right } = svd(product, width, width);
  const rotation = new Float32Array(width * width);
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < width; i++) {
      const factor = left[k * width + i]!;
      for (let j = 0; j < width; j++) rotation[i * width + j]! += factor * right[k * width + j]!;
    }
  }
  return rotation;
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
