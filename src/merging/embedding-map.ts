import { choleskyOf } from "./arithmetic/cholesky";

/** A linear map between the embedding spaces of two models, [from, to] row-major. */
export interface EmbeddingMap {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
}

/**
 * The map A that takes the rows X [n, from] nearest to Y [n, to] in least squares, by the normal equations (de Vries and Nissim
 * 2021, As Good as New: fitted on a vocabulary that both sizes of a model share, applied to the rows that only the small one has).
 * With a ridge λ ≥ 0 it is that of ‖X A - Y‖² + λ ‖A‖². Undefined where the rows of X do not span their space and there is no ridge.
 */
export function fitEmbeddingMap(
  x: Float32Array,
  y: Float32Array,
  from: number,
  to: number,
  ridge = 0,
): EmbeddingMap | undefined {
  const n = x.length / from;
  const gram = new Float64Array(from * from);
  const values = new Float64Array(from * to);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < from; i++) {
      const factor = x[row * from + i]!;
      for (let j = 0; j <= i; j++) gram[i * from + j]! += factor * x[row * from + j]!;
      for (let j = 0; j < to; j++) values[i * to + j]! += factor * y[row * to + j]!;
    }
  }
  for (let i = 0; i < from; i++) gram[i * from + i]! += ridge;
  // gram = L Lᵀ, then L z = XᵀY and Lᵀ A = z.
  if (!choleskyOf(gram, from)) return undefined;
  for (let i = 0; i < from; i++) {
    for (let k = 0; k < i; k++) subtractRow(values, i, k, gram[i * from + k]!, to);
    scaleRow(values, i, 1 / gram[i * from + i]!, to);
  }
  for (let i = from - 1; i >= 0; i--) {
    for (let k = i + 1; k < from; k++) subtractRow(values, i, k, gram[k * from + i]!, to);
    scaleRow(values, i, 1 / gram[i * from + i]!, to);
  }
  return { from, to, values };
}

/** X A, [n, to]. */
export function mapEmbeddings({ from, to, values }: EmbeddingMap, x: Float32Array): Float32Array {
  const n = x.length / from;
  const mapped = new Float32Array(n * to);
  for (let row = 0; row < n; row++) {
    for (let j = 0; j < to; j++) {
      let sum = 0;
      for (let i = 0; i < from; i++) sum += x[row * from + i]! * values[i * to + j]!;
      mapped[row * to + j] = sum;
    }
  }
  return mapped;
}

/** R²: 1 - squared error over squared distance from the mean row. */
export function explainedShare(y: Float32Array, mapped: Float32Array, to: number): number {
  const n = y.length / to;
  let [error, total] = [0, 0];
  for (let j = 0; j < to; j++) {
    let mean = 0;
    for (let row = 0; row < n; row++) mean += y[row * to + j]! / n;
    for (let row = 0; row < n; row++) {
      error += (y[row * to + j]! - mapped[row * to + j]!) ** 2;
      total += (y[row * to + j]! - mean) ** 2;
    }
  }
  return 1 - error / total;
}

function subtractRow(values: Float64Array, to: number, from: number, factor: number, width: number): void {
  for (let j = 0; j < width; j++) values[to * width + j]! -= factor * values[from * width + j]!;
}

function scaleRow(values: Float64Array, row: number, factor: number, width: number): void {
  for (let j = 0; j < width; j++) values[row * width + j]! *= factor;
}
