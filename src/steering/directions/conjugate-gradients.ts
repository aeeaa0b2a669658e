/**
 * x with A x = b for a symmetric positive definite A [N,N] that is given as a product, from x = 0 (Hestenes and Stiefel
 * 1952). Stops when the residual is `tolerance` of b's length, or after `steps`. Double precision throughout.
 */
export function conjugateGradients(
  product: (x: Float64Array) => Float64Array,
  b: Float64Array,
  { steps = 400, tolerance = 1e-7 } = {},
): Float64Array {
  const x = new Float64Array(b.length);
  const residual = Float64Array.from(b);
  let search = Float64Array.from(b);
  let square = inner(residual, residual);
  const enough = square * tolerance ** 2;
  for (let step = 0; step < steps && square > enough && square > 0; step += 1) {
    const mapped = product(search);
    const length = square / inner(search, mapped);
    for (let i = 0; i < x.length; i += 1) {
      x[i]! += length * search[i]!;
      residual[i]! -= length * mapped[i]!;
    }
    const next = inner(residual, residual);
    const kept = next / square;
    search = residual.map((value, i) => value + kept * search[i]!);
    square = next;
  }
  return x;
}

/** Sum of products. */
export function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += a[i]! * b[i]!;
  return total;
}
