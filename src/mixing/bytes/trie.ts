/** The tokens of a vocabulary in the order of their bytes: a trie laid flat, in which each prefix is one range. */
export class TokenTrie {
  readonly #ids: readonly number[];
  readonly #bytes: readonly Uint8Array[];
  /** Bytes of the longest token. */
  readonly longest: number;

  /** Tokens without bytes (special ones) are left out. */
  constructor(size: number, bytesOf: (id: number) => Uint8Array) {
    const all = Array.from({ length: size }, (_, id) => ({ id, bytes: bytesOf(id) }))
      .filter(({ bytes }) => bytes.length > 0)
      .sort((a, b) => compare(a.bytes, b.bytes) || a.id - b.id);
    this.#ids = all.map(({ id }) => id);
    this.#bytes = all.map(({ bytes }) => bytes);
    this.longest = Math.max(0, ...this.#bytes.map(({ length }) => length));
  }

  /** Tokens that begin with the prefix and are longer. */
  beyond(prefix: Uint8Array): readonly { readonly id: number; readonly bytes: Uint8Array }[] {
    const found: { readonly id: number; readonly bytes: Uint8Array }[] = [];
    for (let i = this.#firstFrom(prefix); i < this.#ids.length; i++) {
      const bytes = this.#bytes[i]!;
      if (compare(bytes.subarray(0, prefix.length), prefix) !== 0) break;
      if (bytes.length > prefix.length) found.push({ id: this.#ids[i]!, bytes });
    }
    return found;
  }

  #firstFrom(prefix: Uint8Array): number {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.#bytes[middle]!, prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
