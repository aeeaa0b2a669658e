import { bytesOf } from "../checkpoints/borrowing";
import type { Checkpoint, Tensor } from "../checkpoints/checkpoint";
import { elementCount, toFloat32 } from "../checkpoints/dtype";
import { contentHash } from "../hash";
import { LabError } from "../result";
import type { GraphBuilder, Value } from "./graph";
import type { ElementType } from "./onnx/model";
import type { WeightBlob } from "./program";
import { sum } from "../vectors";

/** An initialiser inside a file, one after the other. */
export interface Part {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly number[];
}

const elementBytes: Readonly<Record<ElementType, number>> = {
  float32: 4,
  uint8: 1,
  int32: 4,
  int64: 8,
  bool: 1,
  float16: 2,
};

/**
 * The files of one program. A file's path is made of what it is called and of the key of its contents, so programs and
 * merges that share a tensor share the file.
 */
export class Blobs {
  readonly #files = new Map<string, WeightBlob>();

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly graph: GraphBuilder,
  ) {}

  list(): readonly WeightBlob[] {
    return [...this.#files.values()];
  }

  /** A file made from tensors' values in f32, one after the other, in the layout named; one initialiser a part. */
  ofTensors(
    tensors: readonly string[],
    layout: string,
    parts: readonly Part[],
    convert: (values: Float32Array) => readonly ArrayBufferView[],
  ): readonly Value[] {
    const key = [...tensors.map((tensor) => this.checkpoint.tensorKey(tensor)), layout].join("\n");
    const build = async (signal?: AbortSignal) => convert(stacked(await this.#read(tensors, signal)));
    const storedBytes = tensors.reduce((sum, tensor) => sum + bytesOf(this.checkpoint, tensor), 0);
    return this.of(stackName(tensors), key, parts, build, storedBytes);
  }

  /** A file with whatever `build` gives. */
  of(
    label: string,
    key: string,
    parts: readonly Part[],
    build: (signal?: AbortSignal) => Promise<readonly ArrayBufferView[]>,
    storedBytes?: number,
  ): readonly Value[] {
    const path = `${label}-${contentHash(`${label}\n${key}`)}.bin`;
    const lengths = parts.map(({ type, dims }) => elementBytes[type] * elementCount(dims));
    const byteLength = sum(lengths);
    this.#files.set(path, {
      path,
      byteLength,
      ...(storedBytes !== undefined && { storedBytes }),
      build: async (signal) => joined(await build(signal), byteLength),
    });
    let offset = 0;
    return parts.map(({ name, type, dims }, index) => {
      const length = lengths[index]!;
      const data = { kind: "external", location: path, offset, length } as const;
      offset += length;
      return this.graph.initialiser({ name, type, dims, data });
    });
  }

  /** As stored: values are widened where they are converted, so that those of one file at a time stand in f32. */
  async #read(names: readonly string[], signal?: AbortSignal): Promise<readonly Tensor[]> {
    const tensors: Tensor[] = [];
    for (const name of names) tensors.push(await this.checkpoint.tensor(name, signal ? { signal } : {}));
    return tensors;
  }
}

/** The values of tensors in f32, one after the other. */
function stacked(tensors: readonly Tensor[]): Float32Array {
  const [first, ...more] = tensors;
  if (more.length === 0) return finite(first!.name, toFloat32(first!));
  const stack = new Float32Array(tensors.reduce((length, { shape }) => length + elementCount(shape), 0));
  let offset = 0;
  for (const tensor of tensors) {
    const values = finite(tensor.name, toFloat32(tensor));
    stack.set(values, offset);
    offset += values.length;
  }
  return stack;
}

/** The first tensor's name, and of the others what tells them apart: `layers.0.self_attn.q_proj.weight+k_proj+v_proj`. */
export function stackName(tensors: readonly string[]): string {
  return tensors.map((tensor, index) => (index === 0 ? tensor : tensor.split(".").at(-2))).join("+");
}

function joined(views: readonly ArrayBufferView[], byteLength: number): Uint8Array {
  const [first] = views;
  if (views.length === 1 && first) return new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  const file = new Uint8Array(byteLength);
  let offset = 0;
  for (const view of views) {
    file.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), offset);
    offset += view.byteLength;
  }
  return file;
}

/** The values themselves, or `tensor-nan`. The sum of v - v is 0 unless one of them is infinite or no number. */
export function finite(tensor: string, values: Float32Array): Float32Array {
  let doubt = 0;
  for (let i = 0; i < values.length; i++) doubt += values[i]! - values[i]!;
  if (doubt === 0) return values;
  const bad = values.findIndex((value) => !Number.isFinite(value));
  throw new LabError({
    code: "tensor-nan",
    what: `${tensor} holds ${values[bad]} at position ${bad}, so every answer of this model would be meaningless.`,
    remedy: "Use another copy of the checkpoint; this one is damaged or was saved from a run that diverged.",
    facts: { tensor, position: bad },
  });
}
