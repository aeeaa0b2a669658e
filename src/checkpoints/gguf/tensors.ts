import type { Blocks } from "../checkpoint";
import type { ByteSource } from "../byte-source";
import { fromFloat32, toFloat32 } from "../dtype";
import type { StoredTensor } from "../formats/format";
import { transposeInto } from "../transpose";
import type { Change, GgufFamily } from "./family";
import type { GgufTensor } from "./header";
import type { MetadataReader } from "./metadata";
import { dequantise } from "./types";

/** Tensors that are no weights of the hub's checkpoint: tables that the config speaks of, or that follow from it. */
const tables = /^(rope_freqs|rope_factors_(long|short)|blk\.\d+\.attn_rot_embd)\.weight$/;
const inBlock = /^blk\.(\d+)\.(.+)\.(weight|bias)$/;
const outside = /^(.+)\.(weight|bias)$/;

/** The weights of a file under the hub's names. Throws `gguf-header` for a tensor that the family does not have. */
export function tensorsOf(
  read: MetadataReader,
  family: GgufFamily,
  source: ByteSource,
): ReadonlyMap<string, StoredTensor> {
  const tensors = new Map<string, StoredTensor>();
  for (const tensor of read.header.tensors) {
    if (tables.test(tensor.name)) continue;
    const [, layer, inner, innerPart] = inBlock.exec(tensor.name) ?? [];
    const [, stem = "", part = ""] = inner === undefined ? (outside.exec(tensor.name) ?? []) : ["", inner, innerPart];
    const known = inner === undefined ? family.outer[stem] : family.inner[stem];
    if (known === undefined)
      throw read.bad(`has a tensor ${tensor.name}, which ${read.architecture} models do not have`);
    const name = `${layer === undefined ? known : `${family.blocks}.${layer}.${known}`}.${part}`;
    const stored = storedTensor(name, tensor, source, family.change?.(stem, part, read));
    if (stored === undefined) throw read.bad(`gives ${tensor.name} a shape that its heads do not divide`);
    tensors.set(name, stored);
  }
  return tensors;
}

function storedTensor(name: string, tensor: GgufTensor, source: ByteSource, change?: Change): StoredTensor | undefined {
  const { type, start, end } = tensor;
  const shape = change?.kind === "transposed" ? tensor.shape.toReversed() : tensor.shape;
  if (change?.kind === "heads-interleaved" && shape[0]! % (2 * change.heads) !== 0) return undefined;
  const plain = typeof type.values === "string" ? type.values : undefined;
  const bytes = async (signal?: AbortSignal): Promise<Uint8Array> => {
    const stored = await source.read(start, end, signal);
    return change?.kind === "heads-interleaved"
      ? halvesOfHeads(stored, (end - start) / shape[0]!, change.heads)
      : stored;
  };
  const asStored = plain !== undefined && (change === undefined || change.kind === "heads-interleaved");
  const { blocks } = type;
  const keepsBlocks = blocks && tensor.shape.length === 2 && change?.kind !== "transposed";
  return {
    name,
    type: asStored ? plain : "F32",
    shape,
    storedBytes: end - start,
    async read(signal) {
      const stored = await bytes(signal);
      if (asStored) return stored;
      const values = plain === undefined ? dequantise(type, stored) : toFloat32({ type: plain, bytes: stored });
      return fromFloat32(changed(values, tensor.shape, change), "F32");
    },
    ...(keepsBlocks && {
      blocks: blocks.format,
      readBlocks: async (signal?: AbortSignal): Promise<Blocks> => blocks.repack(await bytes(signal)),
    }),
  };
}

function changed(values: Float32Array, shape: readonly number[], change?: Change): Float32Array {
  switch (change?.kind) {
    case "gain-plus-one":
      return values.map((value) => value - 1);
    case "transposed": {
      const [rows, columns] = shape as [number, number];
      const turned = new Float32Array(values.length);
      transposeInto(values, turned, rows, columns);
      return turned;
    }
    case "heads-interleaved":
    case undefined:
      return values;
  }
}

/** Rows 2 i and 2 i + 1 of each head go to rows i and i + half: what llama.cpp's converter did, undone. */
function halvesOfHeads(bytes: Uint8Array, rowBytes: number, heads: number): Uint8Array {
  const rows = bytes.length / rowBytes;
  const [perHead, half] = [rows / heads, rows / heads / 2];
  const result = new Uint8Array(bytes.length);
  for (let row = 0; row < rows; row++) {
    const [head, inside] = [Math.floor(row / perHead), row % perHead];
    const to = head * perHead + (inside % 2) * half + Math.floor(inside / 2);
    result.set(bytes.subarray(row * rowBytes, (row + 1) * rowBytes), to * rowBytes);
  }
  return result;
}
