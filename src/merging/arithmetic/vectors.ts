/** Σ |vᵢ|. */
export function absoluteSum(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum;
}

/** Scales values so that their absolute values sum to `whole`; values that are all zero stay so. */
export function scaleTo(values: Float32Array, whole: number): void {
  const kept = absoluteSum(values);
  if (kept === 0) return;
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! * whole) / kept;
}

/** Cosine of two tensors as long vectors, in f64, in one pass; NaN where one is zero. */
export function cosineOf(a: Float32Array, b: Float32Array): number {
  const even = a.length - (a.length % 2);
  let [product, aSquares, bSquares, product2, aSquares2, bSquares2] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < even; i += 2) {
    const x = a[i]!;
    const y = b[i]!;
    product += x * y;
    aSquares += x * x;
    bSquares += y * y;
    const x2 = a[i + 1]!;
    const y2 = b[i + 1]!;
    product2 += x2 * y2;
    aSquares2 += x2 * x2;
    bSquares2 += y2 * y2;
  }
  if (even < a.length) {
    product += a[even]! * b[even]!;
    aSquares += a[even]! ** 2;
    bSquares += b[even]! ** 2;
  }
  return (product + product2) / Math.sqrt((aSquares + aSquares2) * (bSquares + bSquares2));
}

/** a - b, rounded to f32. */
export function difference(a: Float32Array, b: Float32Array): Float32Array {
  const result = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i]! - b[i]!;
  return result;
}

/** Σ cᵢ vᵢ. */
export function combination(vectors: readonly Float32Array[], factors: readonly number[]): Float32Array {
  const [first, second, third] = vectors;
  const [a = 0, b = 0, c = 0] = factors;
  const result = new Float32Array(first?.length ?? 0);
  // Two and three are what merges are made of; written out they run at the speed of memory.
  if (first && second && vectors.length === 2) {
    for (let i = 0; i < result.length; i++) result[i] = a * first[i]! + b * second[i]!;
  } else if (first && second && third && vectors.length === 3) {
    for (let i = 0; i < result.length; i++) result[i] = a * first[i]! + b * second[i]! + c * third[i]!;
  } else {
    for (let i = 0; i < result.length; i++) {
      let sum = 0;
      for (let j = 0; j < vectors.length; j++) sum += factors[j]! * vectors[j]![i]!;
      result[i] = sum;
    }
  }
  return result;
}

/** Rows and columns of a tensor as a matrix [out, in]; a vector is one row. */
export function matrixOf(shape: readonly number[]): { readonly rows: number; readonly columns: number } {
  if (shape.length < 2) return { rows: 1, columns: shape[0] ?? 1 };
  return { rows: shape[0]!, columns: shape.slice(1).reduce((product, size) => product * size, 1) };
}
