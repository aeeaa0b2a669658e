/** How the states of a text's tokens become one vector. */
export type Pooling = "weighted" | "mean" | "last";

/**
 * States [S,D], row-major, to one vector [D]: the mean over tokens from `first` on; the mean weighted 1, 2, .., n by
 * position (Muennighoff 2022, SGPT; MEXA's default); or the last token. Zeros where there is no token.
 */
export function pool(states: ArrayLike<number>, width: number, first: number, pooling: Pooling): Float32Array {
  const positions = states.length / width;
  const sums = new Float64Array(width);
  let total = 0;
  for (let s = pooling === "last" ? Math.max(first, positions - 1) : first; s < positions; s += 1) {
    const weight = pooling === "weighted" ? s - first + 1 : 1;
    total += weight;
    for (let d = 0; d < width; d += 1) sums[d]! += weight * states[s * width + d]!;
  }
  return Float32Array.from(sums, (sum) => (total === 0 ? 0 : sum / total));
}
