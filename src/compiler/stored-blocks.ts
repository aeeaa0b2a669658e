import type { BlockFormat, Blocks, Checkpoint } from "../checkpoints/checkpoint";
import { finite } from "./blobs";
import type { RowOrder } from "./heads";
import type { Stack } from "./weights";

/**
 * How the matrices of a stack are stored, where all of them are quantised alike and to no more bits than wanted: then the
 * program takes their blocks as they are.
 */
export function storedFormat(checkpoint: Checkpoint, stack: Stack, bits: 4 | 8): BlockFormat | undefined {
  if (stack.transposed) return undefined;
  const formats = stack.tensors.map((tensor) => checkpoint.tensors.get(tensor)!.blocks);
  const [first] = formats;
  if (!first || first.bits > bits) return undefined;
  return formats.every((format) => format && sameFormat(format, first)) ? first : undefined;
}

/** The blocks of a stack [rows, columns], the rows in its order. Throws LabError as `Checkpoint.blocks` does. */
export async function readStored(
  checkpoint: Checkpoint,
  { tensors, order }: Stack,
  signal?: AbortSignal,
): Promise<Blocks> {
  const parts: Blocks[] = [];
  for (const tensor of tensors) {
    const blocks = await checkpoint.blocks!(tensor, signal ? { signal } : {});
    finite(tensor, blocks.scales);
    parts.push(blocks);
  }
  const rows = tensors.reduce((sum, tensor) => sum + checkpoint.tensors.get(tensor)!.shape[0]!, 0);
  const placed = <T extends Uint8Array | Float32Array>(arrays: readonly T[]): T => inOrder(joined(arrays), rows, order);
  const zeroPoints = parts.flatMap((part) => part.zeroPoints ?? []);
  return {
    codes: placed(parts.map(({ codes }) => codes)),
    scales: placed(parts.map(({ scales }) => scales)),
    ...(zeroPoints.length > 0 && { zeroPoints: placed(zeroPoints) }),
  };
}

function sameFormat(a: BlockFormat, b: BlockFormat): boolean {
  return a.bits === b.bits && a.blockSize === b.blockSize && a.zeroPoints === b.zeroPoints;
}

/** Arrays of one kind, one after the other. */
function joined<T extends Uint8Array | Float32Array>(arrays: readonly T[]): T {
  if (arrays.length === 1) return arrays[0]!;
  const whole = emptyLike(
    arrays[0]!,
    arrays.reduce((length, array) => length + array.length, 0),
  );
  let offset = 0;
  for (const array of arrays) {
    whole.set(array, offset);
    offset += array.length;
  }
  return whole;
}

/** Rows that the order leaves empty have the scale 0. */
function inOrder<T extends Uint8Array | Float32Array>(array: T, rows: number, order?: RowOrder): T {
  if (!order) return array;
  const width = array.length / rows;
  const result = emptyLike(array, order.rows.length * width);
  for (const [place, row] of order.rows.entries()) {
    if (row !== -1) result.set(array.subarray(row * width, (row + 1) * width), place * width);
  }
  return result;
}

function emptyLike<T extends Uint8Array | Float32Array>(array: T, length: number): T {
  return (array instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length)) as T;
}
