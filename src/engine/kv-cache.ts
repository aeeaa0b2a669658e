import type { Tensor } from "onnxruntime-web";
import type { Port, Program } from "../compiler/program";
import type { Runtime } from "./runtime";

export type Tensors = Record<string, Tensor>;

/** Keys and values of the positions so far, between two runs of a program. */
export interface KvCache {
  /** B */
  readonly rows: number;
  /** P */
  readonly length: number;
  /** What to feed and, where they are fixed in advance, what to fetch, for a run that adds `added` positions. */
  prepare(added: number): { readonly feeds: Tensors; readonly fetches: Record<string, Tensor | null> };
  /** Takes over the outputs of that run. */
  advance(added: number, outputs: Tensors): void;
  /** A cache whose rows are copies of these rows, in this order and as often as named; this one stays as it is. */
  select(rows: readonly number[]): KvCache;
  /** Forgets all but the first `length` positions. */
  truncate(length: number): void;
  dispose(): void;
}

interface Part {
  readonly past: string;
  readonly present: string;
  readonly type: "float32" | "float16";
  /** K */
  readonly heads: number;
  /** A */
  readonly headSize: number;
}

/** The cache ports of a program: one part for each layer's keys and one for its values. */
function cacheParts(program: Program): readonly Part[] {
  return program.inputs.filter(({ name }) => name.startsWith("past_key_values.")).map(cachePart);
}

function cachePart({ name, type, dims }: Port): Part {
  if (type !== "float32" && type !== "float16") throw new Error(`${name} holds ${type}`);
  const present = name.replace("past_key_values", "present");
  return { past: name, present, type, heads: dims[1] as number, headSize: dims[3] as number };
}

/** A cache without positions, for a program that runs on the CPU, or for a run whose keys and values are not kept. */
export function plainCache(runtime: Runtime, program: Program, rows: number): KvCache {
  return new PlainCache(runtime, cacheParts(program), rows, 0, new Map());
}

/** Plain tensors [B,K,P,A] that grow with each run. */
class PlainCache implements KvCache {
  readonly #runtime: Runtime;
  readonly #parts: readonly Part[];
  #tensors: Map<string, Tensor>;
  #length: number;

  constructor(
    runtime: Runtime,
    parts: readonly Part[],
    readonly rows: number,
    length: number,
    tensors: Map<string, Tensor>,
  ) {
    this.#runtime = runtime;
    this.#parts = parts;
    this.#length = length;
    this.#tensors = tensors;
  }

  get length(): number {
    return this.#length;
  }

  prepare(): { feeds: Tensors; fetches: Record<string, null> } {
    const feeds: Tensors = {};
    const fetches: Record<string, null> = {};
    for (const { past, present, type, heads, headSize } of this.#parts) {
      feeds[past] = this.#tensors.get(past) ?? empty(this.#runtime, type, [this.rows, heads, 0, headSize]);
      fetches[present] = null;
    }
    return { feeds, fetches };
  }

  advance(added: number, outputs: Tensors): void {
    this.#tensors = new Map(this.#parts.map(({ past, present }) => [past, outputs[present]!]));
    this.#length += added;
  }

  select(rows: readonly number[]): KvCache {
    const tensors = [...this.#tensors].map(([name, tensor]): [string, Tensor] => {
      const all = tensor.data as Float32Array | Uint16Array; // [B,K,P,A]
      const size = all.length / this.rows;
      const chosen = new (all.constructor as Float32ArrayConstructor)(rows.length * size);
      for (const [b, row] of rows.entries()) chosen.set(all.subarray(row * size, (row + 1) * size), b * size);
      const dims = [rows.length, ...tensor.dims.slice(1)];
      return [name, new this.#runtime.Tensor(tensor.type as "float32", chosen, dims)];
    });
    return new PlainCache(this.#runtime, this.#parts, rows.length, this.#length, new Map(tensors));
  }

  truncate(length: number): void {
    if (length >= this.#length) return;
    const cut = this.#parts.map(({ past, type, heads, headSize }): [string, Tensor] => {
      const all = this.#tensors.get(past)!.data as Float32Array | Uint16Array; // [B,K,P,A]
      const rows = this.rows * heads;
      const kept = new (all.constructor as Float32ArrayConstructor)(rows * length * headSize);
      for (let row = 0; row < rows; row++) {
        const start = row * this.#length * headSize;
        kept.set(all.subarray(start, start + length * headSize), row * length * headSize);
      }
      const dims = [this.rows, heads, length, headSize];
      return [past, new this.#runtime.Tensor(type as "float32", kept, dims)];
    });
    this.#tensors = new Map(cut);
    this.#length = length;
  }

  dispose(): void {
    this.#tensors = new Map();
  }
}

function empty(runtime: Runtime, type: "float32" | "float16", dims: readonly number[]): Tensor {
  return type === "float32"
    ? new runtime.Tensor("float32", new Float32Array(0), dims)
    : new runtime.Tensor("float16", new Uint16Array(0), dims);
}

const smallestCapacity = 128;

/** A static cache in GPU buffers, for a session on this device. */
export function gpuCache(runtime: Runtime, program: Program, device: GPUDevice, rows: number): KvCache {
  return new GpuCache(runtime, cacheParts(program), device, rows);
}

/**
 * One buffer [B,K,C,A] for each part, fed as past and bound as present: nothing is copied from step to step. The capacity
 * C is a power of two; when it is full, a buffer of twice the size takes over.
 */
class GpuCache implements KvCache {
  #buffers: GPUBuffer[] = [];
  #capacity = 0;
  #length = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly parts: readonly Part[],
    private readonly device: GPUDevice,
    readonly rows: number,
  ) {}

  get length(): number {
    return this.#length;
  }

  prepare(added: number): { feeds: Tensors; fetches: Tensors } {
    this.#reserve(this.#length + added);
    const feeds: Tensors = {};
    const fetches: Tensors = {};
    for (const [i, { past, present, type, heads, headSize }] of this.parts.entries()) {
      const dims = [this.rows, heads, this.#capacity, headSize];
      const tensor = this.runtime.Tensor.fromGpuBuffer(this.#buffers[i]!, { dataType: type, dims });
      feeds[past] = tensor;
      fetches[present] = tensor;
    }
    return { feeds, fetches };
  }

  advance(added: number): void {
    this.#length += added;
  }

  select(rows: readonly number[]): KvCache {
    const copy = new GpuCache(this.runtime, this.parts, this.device, rows.length);
    copy.#reserve(this.#length);
    copy.#length = this.#length;
    this.#copyTo(copy, rows);
    return copy;
  }

  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
  }

  dispose(): void {
    for (const buffer of this.#buffers) buffer.destroy();
    this.#buffers = [];
    this.#capacity = 0;
    this.#length = 0;
  }

  #reserve(positions: number): void {
    if (positions <= this.#capacity) return;
    const grown = new GpuCache(this.runtime, this.parts, this.device, this.rows);
    grown.#capacity = capacityFor(positions);
    grown.#buffers = this.parts.map((part) =>
      this.device.createBuffer({
        size: this.rows * part.heads * grown.#capacity * rowBytes(part),
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      }),
    );
    this.#copyTo(
      grown,
      Array.from({ length: this.rows }, (_, row) => row),
    );
    for (const buffer of this.#buffers) buffer.destroy();
    this.#buffers = grown.#buffers;
    this.#capacity = grown.#capacity;
  }

  /** Copies the positions held of these rows to the target's rows; without positions there may be no buffers yet. */
  #copyTo(target: GpuCache, rows: readonly number[]): void {
    if (this.#length === 0) return;
    const encoder = this.device.createCommandEncoder();
    for (const [i, part] of this.parts.entries()) {
      const bytes = rowBytes(part);
      for (const [row, source] of rows.entries()) {
        for (let head = 0; head < part.heads; head++) {
          encoder.copyBufferToBuffer(
            this.#buffers[i]!,
            (source * part.heads + head) * this.#capacity * bytes,
            target.#buffers[i]!,
            (row * part.heads + head) * target.#capacity * bytes,
            this.#length * bytes,
          );
        }
      }
    }
    this.device.queue.submit([encoder.finish()]);
  }
}

/** Bytes of one position of one head. */
function rowBytes({ headSize, type }: Part): number {
  return headSize * (type === "float32" ? 4 : 2);
}

/** The least power of two that holds this many positions. */
export function capacityFor(positions: number): number {
  return Math.max(smallestCapacity, 2 ** Math.ceil(Math.log2(positions)));
}
