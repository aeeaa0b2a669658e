import type { PackedTensor } from "./pack";

/** What a SkillPack holds beside the packed differences. */
export interface PackHead {
  readonly base: string;
  readonly tuned: string;
  readonly settings: string;
}

type Described = readonly [name: string, description: Readonly<Record<string, unknown>>, offset: number, bytes: number];

const magic = "SKILLPK1";

/**
 * A SkillPack file: eight letters, the length of the header as u32 LE, the header as JSON (head, and of each tensor its name,
 * kind, sizes and place), then the blobs. All numbers little-endian.
 */
export function writePack(head: PackHead, tensors: ReadonlyMap<string, PackedTensor>): Uint8Array<ArrayBuffer> {
  const blobs: Uint8Array[] = [];
  const described: Described[] = [];
  let offset = 0;
  for (const [name, packed] of tensors) {
    const parts = blobsOf(packed);
    const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
    described.push([name, descriptionOf(packed), offset, bytes]);
    blobs.push(...parts);
    offset += bytes;
  }
  const header = new TextEncoder().encode(JSON.stringify({ ...head, tensors: described }));
  const file = new Uint8Array(magic.length + 4 + header.length + offset);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(magic.length, header.length, true);
  file.set(header, magic.length + 4);
  let at = magic.length + 4 + header.length;
  for (const blob of blobs) {
    file.set(blob, at);
    at += blob.byteLength;
  }
  return file;
}

/** Reads what `writePack` wrote; undefined for any other bytes. */
export function readPack(
  file: Uint8Array,
): { readonly head: PackHead; readonly tensors: ReadonlyMap<string, PackedTensor> } | undefined {
  if (new TextDecoder().decode(file.subarray(0, magic.length)) !== magic) return undefined;
  const length = new DataView(file.buffer, file.byteOffset).getUint32(magic.length, true);
  const begin = magic.length + 4 + length;
  if (begin > file.length) return undefined;
  const { tensors, ...head } = JSON.parse(
    new TextDecoder().decode(file.subarray(magic.length + 4, begin)),
  ) as PackHead & {
    readonly tensors: readonly Described[];
  };
  return {
    head,
    tensors: new Map(
      tensors.map(([name, description, offset, bytes]) => [
        name,
        packedOf(description, file.slice(begin + offset, begin + offset + bytes)),
      ]),
    ),
  };
}

function descriptionOf(packed: PackedTensor): Readonly<Record<string, unknown>> {
  switch (packed.kind) {
    case "dense":
      return { kind: "dense" };
    case "sparse":
      return { kind: "sparse", length: packed.length, count: packed.places.length };
    case "low-rank":
      return {
        kind: "low-rank",
        rows: packed.rows,
        columns: packed.columns,
        bits: packed.vectors.map(([left]) => left.bits),
      };
  }
}

/** In the order in which `packedOf` takes them: for each direction σ, the two scales, the two codes. */
function blobsOf(packed: PackedTensor): readonly Uint8Array[] {
  const raw = (values: Float32Array | Uint32Array) =>
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  switch (packed.kind) {
    case "dense":
      return [raw(packed.values)];
    case "sparse":
      return [raw(packed.places), raw(packed.values)];
    case "low-rank":
      return packed.vectors.flatMap(([left, right], k) => [
        raw(new Float32Array([packed.sigma[k]!, left.scale, right.scale])),
        left.codes,
        right.codes,
      ]);
  }
}

function packedOf(description: Readonly<Record<string, unknown>>, blob: Uint8Array<ArrayBuffer>): PackedTensor {
  const { kind } = description;
  if (kind === "dense") return { kind, values: new Float32Array(blob.buffer) };
  if (kind === "sparse") {
    const count = Number(description["count"]);
    return {
      kind,
      length: Number(description["length"]),
      places: new Uint32Array(blob.buffer, 0, count),
      values: new Float32Array(blob.buffer, 4 * count, count),
    };
  }
  const [rows, columns] = [Number(description["rows"]), Number(description["columns"])];
  const view = new DataView(blob.buffer);
  let at = 0;
  const sigma: number[] = [];
  const codes = (length: number, bits: number, scale: number) => {
    const size = Math.ceil((length * bits) / 8);
    at += size;
    return { bits, scale, codes: blob.slice(at - size, at) };
  };
  const vectors = (description["bits"] as readonly number[]).map((bits) => {
    const [value, left, right] = [0, 4, 8].map((step) => view.getFloat32(at + step, true));
    at += 12;
    sigma.push(value!);
    return [codes(rows, bits, left!), codes(columns, bits, right!)] as const;
  });
  return { kind: "low-rank", rows, columns, sigma: Float32Array.from(sigma), vectors };
}
