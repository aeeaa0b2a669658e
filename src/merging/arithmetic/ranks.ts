/**
 * Zeroes every value whose rank by magnitude, the largest first, is outside [first, end). Of equal magnitudes the earlier
 * counts as the larger. In place; two passes over the bits for each border and one that zeroes, no sorting. That pass has no
 * branch on what is large, which no processor could foresee.
 */
export function keepRanks(values: Float32Array, first: number, end: number): void {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const [from, to] = [borderAt(bits, first), borderAt(bits, end)];
  const [upper, lower] = [from.magnitude, to.magnitude];
  let [fromEqual, toEqual] = [from.larger, to.larger];
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i]!;
    const magnitude = value & 0x7fffffff;
    let mask = ((magnitude - upper) >> 31) & ((lower - magnitude) >> 31);
    if (magnitude === upper || magnitude === lower) {
      const reached = magnitude < upper || (magnitude === upper && fromEqual++ >= first);
      const before = magnitude > lower || (magnitude === lower && toEqual++ < end);
      mask = reached && before ? -1 : 0;
    }
    bits[i] = value & mask;
  }
}

/** No magnitude of a finite value reaches it. */
const beyond = 0x7fffffff;

/** Descending ranks: the bits of the magnitude that stands at a rank, and how many values are larger. */
function borderAt(bits: Int32Array, rank: number): { readonly magnitude: number; readonly larger: number } {
  if (rank <= 0) return { magnitude: beyond, larger: 0 };
  if (rank >= bits.length) return { magnitude: -1, larger: bits.length };
  const upper = countUpper(bits);
  let larger = 0;
  let high = 0x7fff;
  while (larger + upper[high]! <= rank) larger += upper[high--]!;
  const lower = new Uint32Array(0x10000);
  for (let i = 0; i < bits.length; i++) if (((bits[i]! >>> 16) & 0x7fff) === high) lower[bits[i]! & 0xffff]!++;
  let low = 0xffff;
  while (larger + lower[low]! <= rank) larger += lower[low--]!;
  return { magnitude: high * 0x10000 + low, larger };
}

/** How often each upper half of a magnitude occurs; counted in two tables, as neighbours are often alike. */
function countUpper(bits: Int32Array): Uint32Array {
  const [counts, others] = [new Uint32Array(0x8000), new Uint32Array(0x8000)];
  const even = bits.length - (bits.length % 2);
  for (let i = 0; i < even; i += 2) {
    counts[(bits[i]! >>> 16) & 0x7fff]!++;
    others[(bits[i + 1]! >>> 16) & 0x7fff]!++;
  }
  if (even < bits.length) counts[(bits[even]! >>> 16) & 0x7fff]!++;
  for (let i = 0; i < counts.length; i++) counts[i]! += others[i]!;
  return counts;
}

/** The rank of each value in ascending order, 0 for the smallest; equal values in their order. */
export function ascendingRanks(values: ArrayLike<number>): Uint32Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Uint32Array(values.length);
  for (const [rank, i] of order.entries()) ranks[i] = rank;
  return ranks;
}

const places = 2 ** 22;

/**
 * The same of magnitudes. Up to 4,194,304 of them are sorted as numbers that hold a magnitude's 31 bits above its place, which is
 * ten times as fast as a sort that asks a function.
 */
export function magnitudeRanks(values: Float32Array): Uint32Array {
  if (values.length > places) return ascendingRanks(values.map(Math.abs));
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const keys = new Float64Array(values.length);
  for (let i = 0; i < bits.length; i++) keys[i] = (bits[i]! & 0x7fffffff) * places + i;
  keys.sort();
  const ranks = new Uint32Array(values.length);
  for (let rank = 0; rank < keys.length; rank++) ranks[keys[rank]! - Math.floor(keys[rank]! / places) * places] = rank;
  return ranks;
}
