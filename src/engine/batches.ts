/** Values that one run may hand back, in float32 numbers: 64 MB. */
const largestOutput = 16 * 2 ** 20;
const rowsAtOnce = 16;

/** Positions of which a run may hand back `width` numbers each. */
export function positionsFor(width: number): number {
  return Math.max(1, Math.floor(largestOutput / width));
}

/**
 * Indices of sequences in batches of similar length, so that little is padded; a batch hands back at most 64 MB of
 * `width` numbers a position.
 */
export function batchesOf(lengths: readonly number[], width: number): readonly (readonly number[])[] {
  const order = lengths.map((_, i) => i).toSorted((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  for (const i of order) {
    const batch = batches.at(-1);
    const rows = (batch?.length ?? 0) + 1;
    // Sorted by length: the new row is the longest of its batch.
    if (batch && rows <= rowsAtOnce && rows * lengths[i]! <= positionsFor(width)) batch.push(i);
    else batches.push([i]);
  }
  return batches;
}

/** Rows of ids filled up at the right to the length of the longest. */
export function padded(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const longest = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: longest - row.length }, () => 0)]);
}
