/** Weights in a block share one scale. */
export const blockSize = 32;

/** A matrix as `MatMulNBits` and `GatherBlockQuantized` read it: value = (code - 2^(bits-1)) * scale of its block. */
export interface QuantisedMatrix {
  /** [rows, ceil(columns/32), 32*bits/8]; of two codes of 4 bits in a byte the first is the lower. */
  readonly codes: Uint8Array;
  /** [rows, ceil(columns/32)] */
  readonly scales: Float32Array;
}

/** Bytes of the codes and of the scales. */
export function quantisedSize(
  rows: number,
  columns: number,
  bits: 4 | 8,
): { readonly codes: number; readonly scales: number } {
  const blocks = rows * Math.ceil(columns / blockSize);
  return { codes: (blocks * blockSize * bits) / 8, scales: 4 * blocks };
}

/**
 * Rounds a row-major [rows, columns] matrix to 8 or 4 bits in blocks of 32 along a row. The first scale maps the value of
 * largest magnitude to the end of the range (to -2^(bits-1), the side that reaches further); after rounding the scale is
 * set to the least-squares fit of the block's codes. Columns that fill the last block are zeros.
 */
export function quantise(matrix: Float32Array, rows: number, columns: number, bits: 4 | 8): QuantisedMatrix {
  const blocksPerRow = Math.ceil(columns / blockSize);
  const zero = 2 ** (bits - 1);
  const sizes = quantisedSize(rows, columns, bits);
  const codes = new Uint8Array(sizes.codes).fill(bits === 8 ? zero : zero | (zero << 4));
  const scales = new Float32Array(sizes.scales / 4);
  for (let block = 0; block < scales.length; block++) {
    const column = (block % blocksPerRow) * blockSize;
    const start = Math.floor(block / blocksPerRow) * columns + column;
    const length = Math.min(blockSize, columns - column);
    let lowest = 0;
    let highest = 0;
    for (let i = start; i < start + length; i++) {
      const value = matrix[i]!;
      if (value < lowest) lowest = value;
      else if (value > highest) highest = value;
    }
    const extreme = highest > -lowest ? highest : lowest;
    if (extreme === 0) continue;
    const inverse = -zero / extreme;
    let products = 0;
    let squares = 0;
    for (let i = 0; i < length; i++) {
      const value = matrix[start + i]!;
      const level = Math.min(zero - 1, Math.floor(value * inverse + 0.5));
      products += value * level;
      squares += level * level;
      const code = level + zero;
      const at = block * blockSize + i;
      if (bits === 8) codes[at] = code;
      else codes[at >> 1] = at & 1 ? (codes[at >> 1]! & 0x0f) | (code << 4) : (codes[at >> 1]! & 0xf0) | code;
    }
    scales[block] = products / squares;
  }
  return { codes, scales };
}
