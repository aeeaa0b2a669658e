/**
 * Cholesky's factor of a symmetric matrix [size, size], in its place: L with L Lᵀ = A below the diagonal and on it. Only that triangle is
 * read and written. Undefined where the matrix is not positive definite.
 */
export function choleskyOf(matrix: Float64Array, size: number): Float64Array | undefined {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i === j && !(sum > 1e-12 * matrix[i * size + i]!)) return undefined;
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * size + j]!;
    }
  }
  return matrix;
}
