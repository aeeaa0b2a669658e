import type { BlockFormat, Blocks, TensorType } from "../checkpoint";
import { halfToFloat } from "../dtype";

/** A type of GGUF tensors: values in blocks of `blockSize` along a row, `blockBytes` each. */
export interface GgufType {
  readonly name: string;
  readonly blockSize: number;
  readonly blockBytes: number;
  /** Of plain values: their type. Of the others: what a block stands for, written to `values` from `at` on. */
  readonly values: TensorType | ((block: DataView, values: Float32Array, at: number) => void);
  /** Where the blocks are those of `MatMulNBits` but for the order of their codes. */
  readonly blocks?: { readonly format: BlockFormat; repack(bytes: Uint8Array): Blocks };
}

const half = (block: DataView, at: number) => halfToFloat(block.getUint16(at, true));

const q8_0: GgufType = {
  name: "Q8_0",
  blockSize: 32,
  blockBytes: 34,
  values(block, values, at) {
    const scale = half(block, 0);
    for (let i = 0; i < 32; i++) values[at + i] = scale * block.getInt8(2 + i);
  },
  blocks: {
    format: { bits: 8, blockSize: 32, zeroPoints: false },
    repack: (bytes) =>
      repacked(bytes, 34, 32, (from, codes, to) => {
        for (let i = 0; i < 32; i++) codes[to + i] = bytes[from + 2 + i]! ^ 0x80;
      }),
  },
};

const q4_0: GgufType = {
  name: "Q4_0",
  blockSize: 32,
  blockBytes: 18,
  values(block, values, at) {
    const scale = half(block, 0);
    for (let i = 0; i < 16; i++) {
      const codes = block.getUint8(2 + i);
      values[at + i] = scale * ((codes & 15) - 8);
      values[at + 16 + i] = scale * ((codes >> 4) - 8);
    }
  },
  blocks: {
    format: { bits: 4, blockSize: 32, zeroPoints: false },
    // GGUF has codes i and i + 16 in a byte, MatMulNBits 2 i and 2 i + 1.
    repack: (bytes) =>
      repacked(bytes, 18, 16, (from, codes, to) => {
        for (let i = 0; i < 8; i++) {
          const [even, odd] = [bytes[from + 2 + 2 * i]!, bytes[from + 3 + 2 * i]!];
          codes[to + i] = (even & 15) | ((odd & 15) << 4);
          codes[to + 8 + i] = (even >> 4) | (odd & 0xf0);
        }
      }),
  },
};

const q4_1: GgufType = {
  name: "Q4_1",
  blockSize: 32,
  blockBytes: 20,
  values(block, values, at) {
    const [scale, lowest] = [half(block, 0), half(block, 2)];
    for (let i = 0; i < 16; i++) {
      const codes = block.getUint8(4 + i);
      values[at + i] = scale * (codes & 15) + lowest;
      values[at + 16 + i] = scale * (codes >> 4) + lowest;
    }
  },
};

/** Where Q4_K and Q5_K do not fit a row (a width that is no multiple of 256), quantisers write this one. */
const q5_0: GgufType = {
  name: "Q5_0",
  blockSize: 32,
  blockBytes: 22,
  values(block, values, at) {
    const scale = half(block, 0);
    const high = block.getUint32(2, true);
    for (let i = 0; i < 16; i++) {
      const codes = block.getUint8(6 + i);
      values[at + i] = scale * (((codes & 15) | (((high >>> i) & 1) << 4)) - 16);
      values[at + 16 + i] = scale * (((codes >> 4) | (((high >>> (i + 16)) & 1) << 4)) - 16);
    }
  },
};

const q4_k: GgufType = {
  name: "Q4_K",
  blockSize: 256,
  blockBytes: 144,
  values(block, values, at) {
    const [scale, minimum] = [half(block, 0), half(block, 2)];
    for (let group = 0; group < 8; group++) {
      const [s, m] = sixBits(block, 4, group);
      const codes = 16 + (group >> 1) * 32;
      const shift = (group & 1) * 4;
      for (let i = 0; i < 32; i++) {
        values[at + group * 32 + i] = scale * s * ((block.getUint8(codes + i) >> shift) & 15) - minimum * m;
      }
    }
  },
};

const q5_k: GgufType = {
  name: "Q5_K",
  blockSize: 256,
  blockBytes: 176,
  values(block, values, at) {
    const [scale, minimum] = [half(block, 0), half(block, 2)];
    for (let group = 0; group < 8; group++) {
      const [s, m] = sixBits(block, 4, group);
      const codes = 48 + (group >> 1) * 32;
      const shift = (group & 1) * 4;
      for (let i = 0; i < 32; i++) {
        const high = (block.getUint8(16 + i) >> group) & 1;
        const code = ((block.getUint8(codes + i) >> shift) & 15) | (high << 4);
        values[at + group * 32 + i] = scale * s * code - minimum * m;
      }
    }
  },
};

const q6_k: GgufType = {
  name: "Q6_K",
  blockSize: 256,
  blockBytes: 210,
  values(block, values, at) {
    const scale = half(block, 208);
    for (let i = 0; i < 256; i++) {
      // Two halves of 128; in each, four runs of 32 share bytes: low nibbles of two runs, two high bits of four.
      const [part, run, column] = [i >> 7, (i >> 5) & 3, i & 31];
      const low = (block.getUint8(part * 64 + (run & 1) * 32 + column) >> (run >> 1 ? 4 : 0)) & 15;
      const high = (block.getUint8(128 + part * 32 + column) >> (run * 2)) & 3;
      values[at + i] = scale * block.getInt8(192 + (i >> 4)) * ((low | (high << 4)) - 32);
    }
  },
};

const plain = (type: TensorType, blockBytes: number): GgufType => ({
  name: type,
  blockSize: 1,
  blockBytes,
  values: type,
});

/** The types that can be read, by their numbers in `ggml_type`. Layouts: ggml-common.h. */
export const ggufTypes: ReadonlyMap<number, GgufType> = new Map([
  [0, plain("F32", 4)],
  [1, plain("F16", 2)],
  [2, q4_0],
  [3, q4_1],
  [6, q5_0],
  [8, q8_0],
  [12, q4_k],
  [13, q5_k],
  [14, q6_k],
  [30, plain("BF16", 2)],
]);

/** The values of whole blocks. */
export function dequantise(type: GgufType, bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const write = type.values;
  if (typeof write === "string") throw new Error(`${type.name} is not quantised`);
  const count = bytes.length / type.blockBytes;
  const values = new Float32Array(count * type.blockSize);
  for (let block = 0; block < count; block++) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + block * type.blockBytes, type.blockBytes);
    write(view, values, block * type.blockSize);
  }
  return values;
}

/** Scale and minimum, six bits each, of a group of 32: twelve bytes hold those of eight groups. */
function sixBits(block: DataView, at: number, group: number): readonly [number, number] {
  const byte = (index: number) => block.getUint8(at + index);
  if (group < 4) return [byte(group) & 63, byte(group + 4) & 63];
  return [(byte(group + 4) & 15) | ((byte(group - 4) >> 6) << 4), (byte(group + 4) >> 4) | ((byte(group) >> 6) << 4)];
}

/** Codes and scales of blocks that begin with their scale in f16. */
function repacked(
  bytes: Uint8Array,
  blockBytes: number,
  codeBytes: number,
  copy: (from: number, codes: Uint8Array, to: number) => void,
): Blocks {
  const count = bytes.length / blockBytes;
  const codes = new Uint8Array(count * codeBytes);
  const scales = new Float32Array(count);
  for (let block = 0; block < count; block++) {
    const from = block * blockBytes;
    scales[block] = halfToFloat(bytes[from]! | (bytes[from + 1]! << 8));
    copy(from, codes, block * codeBytes);
  }
  return { codes, scales };
}
