/**
 * Uniform numbers in [0, 1) by place: entry i of a stream is the same on every machine and in any order, so that a tensor can
 * be made anew, or beside others, and is the same. The mixer is lowbias32 (Wellons 2018) over a Weyl sequence.
 */
export function uniformAt(stream: number, i: number): number {
  return mixed(stream, i) / 2 ** 32;
}

/**
 * Zeroes value i unless `uniformAt(stream, i)` is below `chanceAt(i)`, a number in [0, 1) rounded up to a multiple of 2^-31. In
 * place, by masks of bits: no processor foresees what chance will do, so there is no branch.
 */
export function dropAt(values: Float32Array, stream: number, chanceAt: (i: number) => number): void {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) {
    const border = Math.ceil(chanceAt(i) * 2 ** 31);
    bits[i]! &= ((mixed(stream, i) >>> 1) - border) >> 31;
  }
}

/** 32 bits as a number without sign. */
function mixed(stream: number, i: number): number {
  let bits = (stream + Math.imul(i, 0x9e3779b9)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The stream of a seed and a text: FNV-1a over the text's UTF-16 units, begun at the seed. */
export function streamOf(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
