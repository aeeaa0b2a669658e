/**
 * A safetensors file of vectors `direction.N` [D] in F32, N the 0-based block behind which each is added; `metadata` goes
 * into the header.
 */
export function writeDirectionTensors(
  directions: readonly { readonly layer: number; readonly vector: Float32Array }[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const tensors = directions.map(({ layer, vector }) => {
    const from = offset;
    offset += vector.byteLength;
    return [`direction.${layer}`, { dtype: "F32", shape: [vector.length], data_offsets: [from, offset] }] as const;
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(tensors) });
  const header = new TextEncoder().encode(json);
  const padded = Math.ceil(header.length / 8) * 8;
  const file = new Uint8Array(8 + padded + offset).fill(0x20, 8, 8 + padded);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  file.set(header, 8);
  let at = 8 + padded;
  for (const { vector } of directions) {
    for (const value of vector) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return file;
}
