import * as ort from "onnxruntime-web";
import type { Program } from "../program";

ort.env.wasm.numThreads = 1;
ort.env.logLevel = "error";

/** A program in ONNX Runtime's WASM build in Node, as the tests run it. */
export async function openSession(program: Program): Promise<ort.InferenceSession> {
  const externalData = await Promise.all(
    program.weights.map(async (blob) => {
      const data = await blob.build();
      if (data.length !== blob.byteLength)
        throw new Error(`${blob.path} is ${data.length} long, not ${blob.byteLength}`);
      return { path: blob.path, data };
    }),
  );
  return await ort.InferenceSession.create(program.model, { executionProviders: ["wasm"], externalData });
}

/** The cache between two runs: `past_key_values.{l}.key/.value` by name. */
export type Cache = Readonly<Record<string, ort.Tensor>>;

export interface Run {
  readonly outputs: ort.InferenceSession.ReturnType;
  readonly cache: Cache;
}

/** An empty cache, or with a capacity one of zeros. */
export function emptyCache(program: Program, batch: number, capacity = 0): Cache {
  const parts = program.inputs.filter(({ name }) => name.startsWith("past_key_values."));
  return Object.fromEntries(
    parts.map(({ name, dims }) => {
      const [, kvHeads, , headSize] = dims as readonly number[];
      const shape = [batch, kvHeads!, capacity, headSize!];
      return [name, new ort.Tensor("float32", new Float32Array(batch * kvHeads! * capacity * headSize!), shape)];
    }),
  );
}

/**
 * Runs rows of ids (equally long) after what the cache holds. `total` is the width of the attention mask: tokens cached
 * and new.
 */
export async function run(
  session: ort.InferenceSession,
  rows: readonly (readonly number[])[],
  total: number,
  cache: Cache,
  extra: Readonly<Record<string, ort.Tensor>> = {},
): Promise<Run> {
  const outputs = await session.run({
    input_ids: int64(rows.flat(), [rows.length, rows[0]!.length]),
    attention_mask: int64(
      Array.from({ length: rows.length * total }, () => 1),
      [rows.length, total],
    ),
    ...cache,
    ...extra,
  });
  const present = Object.entries(outputs).filter(([name]) => name.startsWith("present."));
  return {
    outputs,
    cache: Object.fromEntries(present.map(([name, tensor]) => [name.replace("present", "past_key_values"), tensor])),
  };
}

export function int64(values: readonly number[], dims: readonly number[]): ort.Tensor {
  return new ort.Tensor("int64", BigInt64Array.from(values, BigInt), dims);
}

export function float32(values: Float32Array | readonly number[], dims: readonly number[]): ort.Tensor {
  return new ort.Tensor("float32", Float32Array.from(values), dims);
}

export function floats(outputs: ort.InferenceSession.ReturnType, name: string): Float32Array {
  const tensor = outputs[name];
  if (!tensor) throw new Error(`There is no output ${name}`);
  return tensor.data as Float32Array;
}
