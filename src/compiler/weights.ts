import type { Checkpoint } from "../checkpoints/checkpoint";
import { toFloat32 } from "../checkpoints/dtype";
import { LabError } from "../result";
import type { GraphBuilder, Value } from "./graph";
import { contentHash } from "./hash";
import type { WeightBlob } from "./program";
import { type RopeConfig, rotaryTables } from "./rope";

/**
 * The weights of one program: adds initialisers that point into external files, and keeps the list of those files. A
 * file's path is made of the tensors' keys and the layout, so programs and merges that share a tensor share the file.
 */
export class Weights {
  readonly #blobs = new Map<string, WeightBlob>();

  constructor(
    private readonly checkpoint: Checkpoint,
    private readonly graph: GraphBuilder,
  ) {}

  blobs(): readonly WeightBlob[] {
    return [...this.#blobs.values()];
  }

  /** A tensor as it is stored, in f32: a norm's gain [D], a bias, the embedding [V, D]. */
  asStored(tensor: string): Value {
    const shape = this.checkpoint.tensors.get(tensor)!.shape;
    return this.#file(tensor, "f32", shape, (signal) => this.#values(tensor, signal));
  }

  /** x [.., in] times the transpose of a linear layer's weight [out, in]. */
  linear(name: string, x: Value, tensor: string): Value {
    const [outputs, inputs] = this.checkpoint.tensors.get(tensor)!.shape as [number, number];
    const weight = this.#file(tensor, "f32-transposed", [inputs, outputs], async (signal) =>
      transpose(await this.#values(tensor, signal), outputs, inputs),
    );
    return this.graph.node("MatMul", name, [x, weight]);
  }

  /** Cosines and sines [positions, A/2]. */
  rotary(rope: RopeConfig, headSize: number, positions: number): { readonly cos: Value; readonly sin: Value } {
    const key = JSON.stringify([rope, headSize, positions]);
    const table = (which: "cos" | "sin") =>
      this.#blob(`rotary.${which}`, `rotary.${which}`, key, [positions, headSize / 2], () =>
        Promise.resolve(rotaryTables(rope, headSize, positions)[which]),
      );
    return { cos: table("cos"), sin: table("sin") };
  }

  #file(
    tensor: string,
    layout: string,
    dims: readonly number[],
    build: (signal?: AbortSignal) => Promise<Float32Array>,
  ): Value {
    return this.#blob(`${tensor}:${layout}`, tensor, `${this.checkpoint.tensorKey(tensor)}\n${layout}`, dims, build);
  }

  #blob(
    name: string,
    label: string,
    key: string,
    dims: readonly number[],
    build: (signal?: AbortSignal) => Promise<Float32Array>,
  ): Value {
    const byteLength = 4 * dims.reduce((product, size) => product * size, 1);
    const path = `${label}-${contentHash(`${label}\n${key}`)}.bin`;
    this.#blobs.set(path, {
      path,
      byteLength,
      build: async (signal) => {
        const values = await build(signal);
        return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      },
    });
    return this.graph.initialiser({
      name,
      type: "float32",
      dims,
      data: { kind: "external", location: path, offset: 0, length: byteLength },
    });
  }

  async #values(tensor: string, signal?: AbortSignal): Promise<Float32Array> {
    const values = toFloat32(await this.checkpoint.tensor(tensor, signal ? { signal } : {}));
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      throw new LabError({
        code: "tensor-nan",
        what: `${tensor} holds ${values[bad]} at position ${bad}, so every answer of this model would be meaningless.`,
        remedy: "Use another copy of the checkpoint; this one is damaged or was saved from a run that diverged.",
        facts: { tensor, position: bad },
      });
    }
    return values;
  }
}

/** A row-major [rows, columns] matrix as [columns, rows], in tiles that stay in the processor's cache. */
export function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(rows * columns);
  const tile = 32;
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(top + tile, rows);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(left + tile, columns);
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          result[column * rows + row] = matrix[row * columns + column]!;
        }
      }
    }
  }
  return result;
}
