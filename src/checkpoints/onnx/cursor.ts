import type { ByteSource } from "../byte-source";

const windowBytes = 256 * 1024;

/** Walks a protobuf file that lies elsewhere: reads a window at a time and jumps over what is not wanted. */
export class Cursor {
  position = 0;
  #window: Uint8Array = new Uint8Array(0);
  #windowStart = 0;

  constructor(
    private readonly source: ByteSource,
    readonly end: number,
    private readonly signal?: AbortSignal,
  ) {}

  /** An unsigned number of up to 64 bits; lengths, kinds and small integers are exact. */
  async varint(): Promise<number> {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = (await this.#at(1))[0]!;
      this.position++;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      if (shift > 2 ** 63) throw new Malformed(`has a number without end at byte ${this.position}`);
    }
  }

  /** Field number and wire type. */
  async tag(): Promise<readonly [number, number]> {
    const tag = await this.varint();
    return [Math.floor(tag / 8), tag % 8];
  }

  /** The end of the message or bytes that begin here with their length. */
  async delimited(): Promise<number> {
    const length = await this.varint();
    const end = this.position + length;
    if (end > this.end) throw new Malformed(`speaks of ${length} bytes at ${this.position}, past its end`);
    return end;
  }

  async bytes(end: number): Promise<Uint8Array> {
    const bytes = (await this.#at(end - this.position)).slice(0, end - this.position);
    this.position = end;
    return bytes;
  }

  /** Jumps over a field's value. */
  async skip(wire: number): Promise<void> {
    if (wire === 0) await this.varint();
    else if (wire === 1) this.position += 8;
    else if (wire === 2) this.position = await this.delimited();
    else if (wire === 5) this.position += 4;
    else throw new Malformed(`has the wire type ${wire} at byte ${this.position}`);
    if (this.position > this.end) throw new Malformed("ends inside a field");
  }

  /** At least `length` bytes from here on. */
  async #at(length: number): Promise<Uint8Array> {
    if (this.position + length > this.end) throw new Malformed("ends inside a field");
    const inside = this.position - this.#windowStart;
    if (inside >= 0 && inside + length <= this.#window.length) return this.#window.subarray(inside);
    const until = Math.min(this.end, this.position + Math.max(length, windowBytes));
    this.#window = await this.source.read(this.position, until, this.signal);
    this.#windowStart = this.position;
    return this.#window;
  }
}

/** What is wrong with a file; whoever reads it says which. */
export class Malformed extends Error {}
