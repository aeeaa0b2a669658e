import type { Activation } from "./engine";

/** Streams that are kept, in bytes. */
const keptBytes = 64 * 2 ** 20;

/**
 * The residual stream [B,S,D] behind the lower layers of a model, by the key of their program and the ids of the batch: equal
 * keys are equal weights, so models that differ in their upper layers alone share it. The oldest go first.
 */
export class Streams {
  readonly #kept = new Map<string, Activation>();
  #bytes = 0;

  async behind(
    program: string,
    rows: readonly (readonly number[])[],
    compute: () => Promise<Activation>,
  ): Promise<Activation> {
    const key = `${program} ${rows.map((ids) => ids.join()).join(" ")}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const stream = await compute();
    this.#kept.set(key, stream);
    this.#bytes += stream.data.byteLength;
    for (const [oldest, { data }] of this.#kept) {
      if (this.#bytes <= keptBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= data.byteLength;
    }
    return stream;
  }
}
