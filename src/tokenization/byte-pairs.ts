import { PriorityQueue } from "./priority-queue";

/**
 * Merges bytes by rank as tiktoken does: the neighbours whose joint rank is lowest become one, leftmost first among equals,
 * until no neighbours have a rank. Bytes are the UTF-16 units 0 to 255 of `bytes`. Returns where each token ends. A heap of
 * pairs keeps it at n log n; entries that a merge made outdated are skipped when they come up.
 */
export function mergeByRank(bytes: string, rankOf: (bytes: string) => number | undefined): readonly number[] {
  const { length } = bytes;
  const next = Int32Array.from({ length: length + 1 }, (_, i) => i + 1);
  const previous = Int32Array.from({ length: length + 1 }, (_, i) => i - 1);
  /** Rank of the pair that begins at a place; -1 where there is none or the place is inside a token. */
  const pairRank = new Int32Array(length).fill(-1);
  const heap = new PriorityQueue<number>((a, b) => a < b);

  function consider(start: number): void {
    const middle = next[start] as number;
    const rank = middle < length ? rankOf(bytes.slice(start, next[middle])) : undefined;
    pairRank[start] = rank ?? -1;
    if (rank !== undefined) heap.push(rank * placeLimit + start);
  }

  for (let start = 0; start < length; start++) consider(start);
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const start = top % placeLimit;
    if (pairRank[start] !== Math.floor(top / placeLimit)) continue;
    const middle = next[start] as number;
    const end = next[middle] as number;
    pairRank[middle] = -1;
    next[start] = end;
    previous[end] = start;
    consider(start);
    if (start > 0) consider(previous[start] as number);
  }
  const ends: number[] = [];
  for (let start = 0; start < length; start = next[start] as number) ends.push(next[start] as number);
  return ends;
}

/** Heap entries are rank · 2²⁰ + place: exact in a double for a million bytes and any rank. */
const placeLimit = 2 ** 20;
