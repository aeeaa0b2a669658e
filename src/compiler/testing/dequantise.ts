import type { Checkpoint } from "../../checkpoints/checkpoint";
import { toFloat32 } from "../../checkpoints/dtype";
import { type QuantisedMatrix, quantise } from "../quantise";

/** The values that codes and scales stand for, as the kernels compute them. */
export function dequantise(
  { codes, scales }: QuantisedMatrix,
  rows: number,
  columns: number,
  bits: 4 | 8,
): Float32Array {
  const blocks = Math.ceil(columns / 32);
  return Float32Array.from({ length: rows * columns }, (_, index) => {
    const block = Math.floor(index / columns) * blocks + Math.floor((index % columns) / 32);
    const at = block * 32 + ((index % columns) % 32);
    const code = bits === 8 ? codes[at]! : at & 1 ? codes[at >> 1]! >> 4 : codes[at >> 1]! & 15;
    return (code - 2 ** (bits - 1)) * scales[block]!;
  });
}

/** A checkpoint whose matrices have been rounded to `bits(name)` bits and back; undefined leaves a tensor as it is. */
export function rounded(checkpoint: Checkpoint, bits: (name: string) => 4 | 8 | undefined): Checkpoint {
  return {
    ...checkpoint,
    async tensor(name, options) {
      const tensor = await checkpoint.tensor(name, options);
      const width = bits(name);
      if (width === undefined) return tensor;
      const [rows, columns] = tensor.shape as [number, number];
      const values = dequantise(quantise(toFloat32(tensor), rows, columns, width), rows, columns, width);
      return { ...tensor, type: "F32", bytes: new Uint8Array(values.buffer) };
    },
  };
}
