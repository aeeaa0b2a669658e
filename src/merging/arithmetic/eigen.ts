/** Eigenvalues in descending order, and the eigenvectors as rows of a [n, n] matrix, in f64. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Of a symmetric matrix [n, n], which is overwritten: Householder's reduction to three diagonals, then QL with implicit shifts
 * (Martin, Reinsch and Wilkinson 1968; Bowdler et al. 1968), rows in the place of columns so that memory is read in order.
 */
export function symmetricEigen(matrix: Float64Array, n: number, wantVectors = true): Eigen {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  tridiagonalise(matrix, n, diagonal, beside, wantVectors);
  diagonalise(matrix, n, diagonal, beside, wantVectors);
  const order = Array.from(diagonal, (_, i) => i).sort((a, b) => diagonal[b]! - diagonal[a]!);
  const vectors = new Float64Array(wantVectors ? n * n : 0);
  if (wantVectors) {
    for (const [to, from] of order.entries()) vectors.set(matrix.subarray(from * n, (from + 1) * n), to * n);
  }
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors };
}

/** Afterwards the rows of `a` are the transformation's columns, where vectors are wanted. */
function tridiagonalise(a: Float64Array, n: number, d: Float64Array, e: Float64Array, wantVectors: boolean): void {
  const reflectors: (Float64Array | null)[] = [];
  for (let k = 0; k < n - 2; k++) {
    // The reflector that clears row k beyond its neighbour.
    const v = a.slice(k * n + k + 1, (k + 1) * n);
    const size = n - k - 1;
    let squares = 0;
    for (let i = 1; i < size; i++) squares += v[i]! * v[i]!;
    if (squares === 0) {
      e[k] = v[0]!;
      reflectors.push(null);
      continue;
    }
    const length = Math.sqrt(squares + v[0]! * v[0]!);
    const target = v[0]! > 0 ? -length : length;
    v[0]! -= target;
    const scale = Math.SQRT2 / Math.sqrt(squares + v[0]! * v[0]!);
    for (let i = 0; i < size; i++) v[i]! *= scale;
    e[k] = target;
    reflectors.push(v);
    // A <- H A H with H = 1 - v v^T: p = A v, q = p - (p.v / 2) v, A -= v q^T + q v^T.
    const q = new Float64Array(size);
    let product = 0;
    for (let i = 0; i < size; i++) {
      const row = (k + 1 + i) * n + k + 1;
      let sum = 0;
      for (let j = 0; j < size; j++) sum += a[row + j]! * v[j]!;
      q[i] = sum;
      product += sum * v[i]!;
    }
    for (let i = 0; i < size; i++) q[i]! -= (product / 2) * v[i]!;
    for (let i = 0; i < size; i++) {
      const row = (k + 1 + i) * n + k + 1;
      const [vi, qi] = [v[i]!, q[i]!];
      for (let j = 0; j < size; j++) a[row + j]! -= vi * q[j]! + qi * v[j]!;
    }
  }
  if (n > 1) e[n - 2] = a[(n - 2) * n + n - 1]!;
  for (let i = 0; i < n; i++) d[i] = a[i * n + i]!;
  if (!wantVectors) return;
  a.fill(0);
  for (let i = 0; i < n; i++) a[i * n + i] = 1;
  // Q = H_0 H_1 ...; row i of `a` becomes column i of Q, so each row is reflected from the last reflector to the first.
  for (let k = n - 3; k >= 0; k--) {
    const v = reflectors[k];
    if (!v) continue;
    for (let i = k + 1; i < n; i++) {
      const row = i * n + k + 1;
      let sum = 0;
      for (let j = 0; j < v.length; j++) sum += a[row + j]! * v[j]!;
      if (sum !== 0) for (let j = 0; j < v.length; j++) a[row + j]! -= sum * v[j]!;
    }
  }
}

function diagonalise(z: Float64Array, n: number, d: Float64Array, e: Float64Array, wantVectors: boolean): void {
  for (let l = 0; l < n; l++) {
    for (let round = 0; round < 60; round++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++;
      if (m === l) break;
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
      const turn = Math.hypot(g, 1);
      g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? turn : -turn));
      let [sine, cosine, shift] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = sine * e[i]!;
        const b = cosine * e[i]!;
        const r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1]! -= shift;
          e[m] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = d[i + 1]! - shift;
        const t = (d[i]! - g) * sine + 2 * cosine * b;
        shift = sine * t;
        d[i + 1] = g + shift;
        g = cosine * t - b;
        if (wantVectors) {
          const [low, high] = [i * n, (i + 1) * n];
          for (let k = 0; k < n; k++) {
            const upper = z[high + k]!;
            const lower = z[low + k]!;
            z[high + k] = sine * lower + cosine * upper;
            z[low + k] = cosine * lower - sine * upper;
          }
        }
      }
      if (i >= l && e[i + 1] === 0) continue;
      d[l]! -= shift;
      e[l] = g;
      e[m] = 0;
    }
  }
}
