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
  const heap = new MinHeap();

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

/** A binary heap of numbers, the smallest first. */
class MinHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as number) <= item) break;
      items[at] = items[parent] as number;
      at = parent;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] as number) < (items[child] as number)) child += 1;
      if ((items[child] as number) >= last) break;
      items[at] = items[child] as number;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
