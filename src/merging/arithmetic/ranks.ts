/**
 * Zeroes every value whose rank by magnitude, the largest first, is outside [first, end). Of equal magnitudes the earlier
 * counts as the larger. In place; two passes over the bits, no sorting.
 */
export function keepRanks(values: Float32Array, first: number, end: number): void {
  const [from, to] = [borderAt(values, first), borderAt(values, end)];
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let [fromEqual, toEqual] = [from.larger, to.larger];
  for (let i = 0; i < bits.length; i++) {
    const magnitude = bits[i]! & 0x7fffffff;
    const reached = magnitude < from.magnitude || (magnitude === from.magnitude && fromEqual++ >= first);
    const before = magnitude > to.magnitude || (magnitude === to.magnitude && toEqual++ < end);
    if (!reached || !before) values[i] = 0;
  }
}

/** Descending ranks: the bits of the magnitude that stands at a rank, and how many values are larger. */
function borderAt(values: Float32Array, rank: number): { readonly magnitude: number; readonly larger: number } {
  if (rank <= 0) return { magnitude: 0x80000000, larger: 0 };
  if (rank >= values.length) return { magnitude: -1, larger: values.length };
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const upper = new Uint32Array(0x8000);
  for (let i = 0; i < bits.length; i++) upper[(bits[i]! & 0x7fffffff) >>> 16]!++;
  let larger = 0;
  let high = 0x7fff;
  while (larger + upper[high]! <= rank) larger += upper[high--]!;
  const lower = new Uint32Array(0x10000);
  for (let i = 0; i < bits.length; i++) if ((bits[i]! & 0x7fffffff) >>> 16 === high) lower[bits[i]! & 0xffff]!++;
  let low = 0xffff;
  while (larger + lower[low]! <= rank) larger += lower[low--]!;
  return { magnitude: high * 0x10000 + low, larger };
}

/** The rank of each value in ascending order, 0 for the smallest; equal values in their order. */
export function ascendingRanks(values: ArrayLike<number>): Uint32Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Uint32Array(values.length);
  for (const [rank, i] of order.entries()) ranks[i] = rank;
  return ranks;
}
