import type { Tensor, TensorType } from "./checkpoint";

export const bytesPerElement: Readonly<Record<TensorType, number>> = { F32: 4, F16: 2, BF16: 2 };

/** Number of elements of a shape; 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The tensor's values in f32; F16 and BF16 widen exactly. A view when the bytes are aligned F32, else a copy. */
export function toFloat32(tensor: Pick<Tensor, "type" | "bytes">): Float32Array {
  const { bytes } = tensor;
  switch (tensor.type) {
    case "F32": {
      const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
      return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
    }
    case "F16": {
      const halves = asUint16(bytes);
      const table = halfTable();
      const values = new Float32Array(halves.length);
      for (let i = 0; i < halves.length; i++) values[i] = table[halves[i]!]!;
      return values;
    }
    case "BF16": {
      const halves = asUint16(bytes);
      const bits = new Uint32Array(halves.length);
      for (let i = 0; i < halves.length; i++) bits[i] = halves[i]! << 16;
      return new Float32Array(bits.buffer);
    }
  }
}

/** Values stored as `type`, rounded to nearest, ties to even; F16 overflows to infinity as IEEE 754 has it. */
export function fromFloat32(values: Float32Array, type: TensorType): Uint8Array {
  switch (type) {
    case "F32":
      return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    case "F16":
      return new Uint8Array(toHalves(values).buffer);
    case "BF16":
      return new Uint8Array(toBrainHalves(values).buffer);
  }
}

/** IEEE 754 binary16 bits of each value. */
export function toHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) halves[i] = halfBits(bits[i]!);
  return halves;
}

function halfBits(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude >= 0x477ff000) return sign | (magnitude > 0x7f800000 ? 0x7e00 : 0x7c00); // >= 65520, infinity or NaN
  if (magnitude < 0x38800000) {
    // Below 2^-14 the result is a multiple of 2^-24 (subnormal); at or below 2^-25 it is zero.
    if (magnitude <= 0x33000000) return sign;
    const shift = 126 - (magnitude >>> 23);
    const mantissa = (magnitude & 0x7fffff) | 0x800000;
    const floor = mantissa >>> shift;
    const rest = mantissa - (floor << shift);
    const half = 1 << (shift - 1);
    return sign | (floor + (rest > half || (rest === half && (floor & 1) === 1) ? 1 : 0));
  }
  const rebased = magnitude - 0x38000000;
  return sign | ((rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13);
}

function toBrainHalves(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i]!;
    const isNaN = (value & 0x7fffffff) > 0x7f800000;
    halves[i] = isNaN ? (value >>> 16) | 0x40 : (value + 0x7fff + ((value >>> 16) & 1)) >>> 16;
  }
  return halves;
}

function asUint16(bytes: Uint8Array): Uint16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 2);
}

/** The value of binary16 bits. */
export function halfToFloat(bits: number): number {
  return halfTable()[bits]!;
}

let halves: Float32Array | undefined;

/** All 65,536 halves as f32: one look-up a value is several times faster than unpacking the bits. */
function halfTable(): Float32Array {
  if (halves) return halves;
  halves = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits++) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >>> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) halves[bits] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else if (exponent === 0) halves[bits] = sign * fraction * 2 ** -24;
    else halves[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return halves;
}
