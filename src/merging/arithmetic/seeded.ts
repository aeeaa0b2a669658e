/**
 * Uniform numbers in [0, 1) by place: entry i of a stream is the same on every machine and in any order, so that a tensor can
 * be made anew, or beside others, and is the same. The mixer is lowbias32 (Wellons 2018) over a Weyl sequence.
 */
export function uniformAt(stream: number, i: number): number {
  let mixed = (stream + Math.imul(i, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** The stream of a seed and a text: FNV-1a over the text's UTF-16 units, begun at the seed. */
export function streamOf(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
