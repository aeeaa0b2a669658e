import type { Checkpoint, TensorInfo } from "../../checkpoints/checkpoint";
import { toFloat32 } from "../../checkpoints/dtype";
import { type QuantisedMatrix, quantise } from "../quantise";
import { transpose } from "../weights";

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

/** How a matrix is rounded: to 8 or 4 bits, along its rows, or its columns where it is stored as [in, out]. */
export interface Rounding {
  readonly bits: 4 | 8;
  readonly byColumn?: boolean;
}

/** A checkpoint whose matrices have been rounded and widened again; undefined leaves a tensor as it is. */
export function rounded(checkpoint: Checkpoint, rounding: (tensor: TensorInfo) => Rounding | undefined): Checkpoint {
  return {
    ...checkpoint,
    async tensor(name, options) {
      const tensor = await checkpoint.tensor(name, options);
      const how = rounding(tensor);
      if (how === undefined) return tensor;
      const [first, second] = tensor.shape as [number, number];
      const [rows, columns] = how.byColumn ? [second, first] : [first, second];
      const stored = toFloat32(tensor);
      const matrix = how.byColumn ? transpose(stored, first, second) : stored;
      const restored = dequantise(quantise(matrix, rows, columns, how.bits), rows, columns, how.bits);
      const values = how.byColumn ? transpose(restored, rows, columns) : restored;
      return { ...tensor, type: "F32", bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
    },
  };
}
