import { LabError } from "../../result";
import type { ByteSource } from "../byte-source";
import type { Blocks, TensorType } from "../checkpoint";
import { elementCount, toFloat32 } from "../dtype";
import { malformed, type Constant } from "./graph";
import type { Numbers } from "./find-weights";

const types = new Map<number, TensorType>([
  [1, "F32"],
  [10, "F16"],
  [16, "BF16"],
]);
const bytesOf: Readonly<Record<number, number>> = { 1: 4, 2: 1, 3: 1, 10: 2, 16: 2 };

/** Fetches the bytes of constants, from the model or from the files of its external data. */
export class ConstantReader {
  constructor(
    private readonly model: ByteSource,
    private readonly beside: (file: string) => ByteSource,
  ) {}

  async bytes(constant: Constant, signal?: AbortSignal): Promise<Uint8Array> {
    const { name, file, start } = constant;
    const length = byteCount(constant);
    if (start < 0 || (constant.length >= 0 && constant.length !== length)) {
      throw malformed(this.model.name, `gives ${name} ${constant.length} bytes where its shape takes ${length}`);
    }
    if (constant.inline) return constant.inline;
    const source = file === undefined ? this.model : this.beside(file);
    return await source.read(start, start + length, signal);
  }

  async floats(constant: Constant, signal?: AbortSignal): Promise<Float32Array> {
    return toFloat32({ type: typeOf(constant), bytes: await this.bytes(constant, signal) });
  }

  /** Blocks as the file has them, scales widened to f32. */
  async blocks(numbers: Numbers & { readonly kind: "blocks" }, signal?: AbortSignal): Promise<Blocks> {
    const { codes, scales, zeroPoints } = numbers;
    const [codeBytes, scaleValues, zeroBytes] = await Promise.all([
      this.bytes(codes, signal),
      this.floats(scales, signal),
      zeroPoints && this.bytes(zeroPoints, signal),
    ]);
    return { codes: codeBytes, scales: scaleValues, ...(zeroBytes && { zeroPoints: zeroBytes }) };
  }

  async affine(numbers: Numbers & { readonly kind: "affine" }, signal?: AbortSignal): Promise<Float32Array> {
    const { codes, scale, zeroPoint } = numbers;
    const [bytes, scales, zeros] = await Promise.all([
      this.bytes(codes, signal),
      this.floats(scale, signal),
      zeroPoint && this.bytes(zeroPoint, signal),
    ]);
    const signed = (of: Uint8Array | undefined) =>
      of && codes.type === 3 ? new Int8Array(of.buffer, of.byteOffset, of.length) : of;
    const [levels, offsets] = [signed(bytes)!, signed(zeros)];
    const columns = scales.length;
    return Float32Array.from(levels, (level, i) => (level - (offsets?.[i % columns] ?? 0)) * scales[i % columns]!);
  }
}

/** Bytes that a constant takes by its shape. */
export function byteCount({ dims, type }: Constant): number {
  return elementCount(dims) * (bytesOf[type] ?? 0);
}

export function typeOf({ name, type }: Constant): TensorType {
  const known = types.get(type);
  if (known) return known;
  throw new LabError({
    code: "tensor-dtype",
    what: `${name} is stored in ONNX type ${type}, which the lab does not read.`,
    remedy: "Choose a file in f32, f16, q4, q4f16 or q8.",
    facts: { tensor: name, type },
  });
}

/** What blocks [rows, columns] stand for: (code - zero point) * scale. */
export function dequantiseBlocks(
  { codes, scales, zeroPoints }: Blocks,
  [rows, columns]: readonly [number, number],
  { bits, blockSize }: { readonly bits: 4 | 8; readonly blockSize: number },
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rows * columns);
  const blocks = Math.ceil(columns / blockSize);
  const zeroStride = Math.ceil((blocks * bits) / 8);
  const nibble = (from: Uint8Array, index: number) => (from[index >> 1]! >> ((index & 1) * 4)) & 15;
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < blocks; block++) {
      const at = row * blocks + block;
      const scale = scales[at]!;
      let zero = 2 ** (bits - 1);
      if (zeroPoints) {
        const own = zeroPoints.subarray(row * zeroStride, (row + 1) * zeroStride);
        zero = bits === 8 ? own[block]! : nibble(own, block);
      }
      const end = Math.min(columns, (block + 1) * blockSize);
      for (let column = block * blockSize, i = at * blockSize; column < end; column++, i++) {
        values[row * columns + column] = ((bits === 8 ? codes[i]! : nibble(codes, i)) - zero) * scale;
      }
    }
  }
  return values;
}
