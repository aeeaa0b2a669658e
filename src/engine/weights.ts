import type { WeightBlob } from "../compiler/program";

/** What a run is told while weights are made ready: bytes of this blob are there. */
export type OnBlob = (blob: WeightBlob) => void;

/**
 * Converted weights by blob path, so that programs, parents and merges share them; the least recently used go when there
 * are more bytes than allowed.
 */
export class WeightStore {
  /** In the order of use, the oldest first. */
  readonly #blobs = new Map<string, Promise<Uint8Array>>();
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  constructor(private readonly limit: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** All blobs in their order. Many are begun at once, so that their tensors are fetched with few requests. */
  async collect(blobs: readonly WeightBlob[], signal?: AbortSignal, onBlob?: OnBlob): Promise<Uint8Array[]> {
    const parts: Uint8Array[] = [];
    for (const group of groupsOf(blobs)) {
      signal?.throwIfAborted();
      const built = group.map(async (blob) => {
        const bytes = await this.get(blob, signal);
        onBlob?.(blob);
        return bytes;
      });
      parts.push(...(await Promise.all(built)));
    }
    return parts;
  }

  async get(blob: WeightBlob, signal?: AbortSignal): Promise<Uint8Array> {
    const known = this.#blobs.get(blob.path);
    if (known) {
      this.#blobs.delete(blob.path);
      this.#blobs.set(blob.path, known);
      try {
        return await known;
      } catch (thrown) {
        // Whoever was building it was stopped or failed; this request stands on its own.
        if (this.#blobs.has(blob.path)) throw thrown;
        return await this.get(blob, signal);
      }
    }
    const building = blob.build(signal);
    this.#blobs.set(blob.path, building);
    try {
      const bytes = await building;
      this.#sizes.set(blob.path, bytes.byteLength);
      this.#bytes += bytes.byteLength;
      this.#evict();
      return bytes;
    } catch (thrown) {
      this.#blobs.delete(blob.path);
      throw thrown;
    }
  }

  /** Forgets everything that is built. */
  clear(): void {
    for (const path of this.#sizes.keys()) this.#blobs.delete(path);
    this.#sizes.clear();
    this.#bytes = 0;
  }

  #evict(): void {
    for (const path of Array.from(this.#blobs.keys())) {
      if (this.#bytes <= this.limit) return;
      const size = this.#sizes.get(path);
      if (size === undefined) continue;
      this.#blobs.delete(path);
      this.#sizes.delete(path);
      this.#bytes -= size;
    }
  }
}

/** Stored bytes that are read side by side: enough for many requests at once, little beside what the model needs anyway. */
const groupBytes = 24 * 2 ** 20;

function groupsOf(blobs: readonly WeightBlob[]): readonly (readonly WeightBlob[])[] {
  const groups: WeightBlob[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const blob of blobs) {
    const stored = blob.storedBytes ?? blob.byteLength;
    if (bytes + stored > groupBytes) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)!.push(blob);
    bytes += stored;
  }
  return groups;
}
