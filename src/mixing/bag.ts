/** The head W [V,D], row-major, and which tokens are wanted: 1 in `bag` [V]. */
export interface HeadBag {
  readonly rows: Float32Array;
  readonly width: number;
  readonly bag: Uint8Array;
}

/** Gradient of ln Σ_bag p over what the head reads, h [D], with z = W h and p = softmax(z): Σ_v (q_v - p_v) W_v, q = p made to sum to 1 on the bag. */
export function bagGradient(p: Float64Array, { rows, width, bag }: HeadBag): Float64Array {
  const mass = p.reduce((sum, value, token) => sum + (bag[token] ? value : 0), 0);
  return weighted(rows, width, (token) => (bag[token] && mass > 0 ? p[token]! / mass : 0) - p[token]!);
}

/** Gradient of KL(p || p0) over h: Σ_v p_v (ln(p_v / p0_v) - KL) W_v. */
export function divergenceGradient(p: Float64Array, p0: Float64Array, { rows, width }: HeadBag): Float64Array {
  const ratio = (token: number) => (p[token]! > 0 ? Math.log(p[token]! / p0[token]!) : 0);
  const kl = p.reduce((sum, value, token) => sum + value * ratio(token), 0);
  return weighted(rows, width, (token) => p[token]! * (ratio(token) - kl));
}

/** W h [V] */
export function logitsBehind({ rows, width, bag }: HeadBag, h: Float64Array): Float64Array {
  return Float64Array.from(bag, (_, token) => {
    let sum = 0;
    for (let d = 0; d < width; d += 1) sum += rows[token * width + d]! * h[d]!;
    return sum;
  });
}

function weighted(rows: Float32Array, width: number, weight: (token: number) => number): Float64Array {
  const sum = new Float64Array(width);
  for (let token = 0; token < rows.length / width; token += 1) {
    const w = weight(token);
    if (Math.abs(w) < negligible) continue;
    for (let d = 0; d < width; d += 1) sum[d]! += w * rows[token * width + d]!;
  }
  return sum;
}

/** Less than any rounding of a row of f32. */
const negligible = 1e-12;
