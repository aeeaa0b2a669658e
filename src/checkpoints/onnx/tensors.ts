import type { RawConfig } from "../checkpoint";
import { bytesPerElement, fromFloat32 } from "../dtype";
import type { StoredTensor } from "../formats/format";
import { transposeInto } from "../transpose";
import { type FoundWeight, shapeOf } from "./find-weights";
import { malformed } from "./graph";
import { byteCount, type ConstantReader, dequantiseBlocks, typeOf } from "./numbers";

/** The weights as tensors of a checkpoint. A head that the config ties to the embedding is left out, as on the hub. */
export function tensorsOf(
  found: readonly FoundWeight[],
  reader: ConstantReader,
  config: RawConfig,
  file: string,
): ReadonlyMap<string, StoredTensor> {
  const tensors = new Map<string, StoredTensor>();
  for (const weight of found) {
    if (config["tie_word_embeddings"] === true && weight.name.startsWith("lm_head.")) continue;
    const whole = storedTensor(weight, reader);
    const packed = /^(.+\.self_attn)\.qkv_proj\.(weight|bias)$/.exec(weight.name);
    if (!packed || config["model_type"] === "phi3") tensors.set(whole.name, whole);
    else for (const part of partsOf(whole, packed[1]!, packed[2]!, config, file)) tensors.set(part.name, part);
  }
  return tensors;
}

function storedTensor({ name, numbers, turned, plusOne }: FoundWeight, reader: ConstantReader): StoredTensor {
  const shape = turned ? shapeOf(numbers).toReversed() : shapeOf(numbers);
  if (numbers.kind === "plain") {
    const type = typeOf(numbers.values);
    if (plusOne) {
      const read = async (signal?: AbortSignal) =>
        fromFloat32(
          (await reader.floats(numbers.values, signal)).map((value) => value - 1),
          "F32",
        );
      return { name, type: "F32", shape, read };
    }
    return {
      name,
      type,
      shape,
      async read(signal) {
        const bytes = await reader.bytes(numbers.values, signal);
        return turned ? turn(bytes, shape as [number, number], bytesPerElement[type]) : bytes;
      },
    };
  }
  if (numbers.kind === "affine") {
    return {
      name,
      type: "F32",
      shape,
      storedBytes: byteCount(numbers.codes),
      async read(signal) {
        const values = fromFloat32(await reader.affine(numbers, signal), "F32");
        return turned ? turn(values, shape as [number, number], 4) : values;
      },
    };
  }
  const { bits, blockSize, zeroPoints } = numbers;
  return {
    name,
    type: "F32",
    shape,
    storedBytes: byteCount(numbers.codes) + byteCount(numbers.scales) + (zeroPoints ? byteCount(zeroPoints) : 0),
    async read(signal) {
      const values = fromFloat32(dequantiseBlocks(await reader.blocks(numbers, signal), numbers.shape, numbers), "F32");
      return turned ? turn(values, shape as [number, number], 4) : values;
    },
    ...(!turned && {
      blocks: { bits, blockSize, zeroPoints: zeroPoints !== undefined },
      readBlocks: (signal?: AbortSignal) => reader.blocks(numbers, signal),
    }),
  };
}

/** Query, key and value of a layer that are stored as one matrix or bias, one below the other. */
function partsOf(
  whole: StoredTensor,
  prefix: string,
  part: string,
  config: RawConfig,
  file: string,
): readonly StoredTensor[] {
  const heads = Number(config["num_attention_heads"]);
  const headSize = Number(config["head_dim"] ?? Number(config["hidden_size"]) / heads);
  const sizes = {
    q_proj: heads,
    k_proj: Number(config["num_key_value_heads"] ?? heads),
    v_proj: Number(config["num_key_value_heads"] ?? heads),
  };
  const total = (sizes.q_proj + 2 * sizes.k_proj) * headSize;
  const [rows, ...rest] = whole.shape as [number, ...number[]];
  if (rows !== total) throw malformed(file, `has ${rows} rows in ${whole.name} where its config calls for ${total}`);
  let first = 0;
  return Object.entries(sizes).map(([name, count]) => {
    const [from, to] = [first, first + count * headSize];
    first = to;
    const share = (array: Uint8Array | Float32Array) =>
      [(array.length / rows) * from, (array.length / rows) * to] as const;
    const { blocks } = whole;
    return {
      name: `${prefix}.${name}.${part}`,
      type: whole.type,
      shape: [to - from, ...rest],
      ...(whole.storedBytes !== undefined && { storedBytes: (whole.storedBytes * (to - from)) / rows }),
      async read(signal) {
        const bytes = await whole.read(signal);
        return bytes.subarray(...share(bytes));
      },
      ...(blocks &&
        whole.readBlocks && {
          blocks,
          async readBlocks(signal?: AbortSignal) {
            const { codes, scales, zeroPoints } = await whole.readBlocks!(signal);
            return {
              codes: codes.subarray(...share(codes)),
              scales: scales.subarray(...share(scales)),
              ...(zeroPoints && { zeroPoints: zeroPoints.subarray(...share(zeroPoints)) }),
            };
          },
        }),
    };
  });
}

/** A matrix stored [columns, rows] as [rows, columns], element by element of `width` bytes. */
function turn(bytes: Uint8Array, [rows, columns]: readonly [number, number], width: number): Uint8Array {
  const aligned = bytes.byteOffset % width === 0 ? bytes : bytes.slice();
  const Elements = width === 2 ? Uint16Array : Uint32Array;
  const from = new Elements(aligned.buffer as ArrayBuffer, aligned.byteOffset, rows * columns);
  const to = new Elements(rows * columns);
  transposeInto(from, to, columns, rows);
  return new Uint8Array(to.buffer);
}
