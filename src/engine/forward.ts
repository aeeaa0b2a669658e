import type { Tensor } from "onnxruntime-web";
import type { Activation } from "./engine";
import type { EditInput } from "./interventions";
import type { KvCache, Tensors } from "./kv-cache";
import type { Runtime } from "./runtime";
import type { ProgramSession } from "./sessions";

export type Activations = Readonly<Record<string, Activation>>;

export interface Step {
  /** B rows of S ids; shorter rows are filled up at the right, see `lengths`. */
  readonly ids: readonly (readonly number[])[];
  /** Tokens of each row where they differ; only for a first run. */
  readonly lengths?: readonly number[];
  readonly cache: KvCache;
  readonly edits: Tensors;
  /** Outputs to fetch: `logits`, hooks. */
  readonly outputs: readonly string[];
  /** False where the cache is not used again: then keys and values are not fetched. */
  readonly keep?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Runs S new positions of B rows and takes the cache forward. Values are [B,1 or S,V] for logits, [B,S,..] for hooks. */
export async function runStep(session: ProgramSession, step: Step): Promise<Activations> {
  const { ids, cache, edits, outputs, keep = true, signal } = step;
  const added = ids[0]!.length;
  const total = cache.length + added; // T = P + S
  const { feeds, fetches } = cache.prepare(added);
  const wanted: Record<string, Tensor | null> = { ...(keep && fetches) };
  for (const name of outputs) wanted[name] = null;
  const results = await session.run(
    {
      ...feeds,
      ...edits,
      input_ids: integers(session.runtime, ids, added),
      attention_mask: mask(session.runtime, step.lengths ?? ids.map(() => total), total),
    },
    wanted,
    signal,
  );
  if (keep) cache.advance(added, results);
  return Object.fromEntries(outputs.map((name) => [name, activation(results[name]!)]));
}

export interface PlacedEdits {
  readonly tensors: Tensors;
  dispose(): void;
}

/** Edit inputs put where the program runs, for many steps. */
export function placeEdits(session: ProgramSession, inputs: readonly EditInput[]): PlacedEdits {
  const placed = inputs.map(({ name, values, dims }) => ({ name, ...session.resident(values, dims) }));
  return {
    tensors: Object.fromEntries(placed.map(({ name, tensor }) => [name, tensor])),
    dispose() {
      for (const input of placed) input.dispose();
    },
  };
}

/** [B,S] */
function integers(runtime: Runtime, rows: readonly (readonly number[])[], width: number): Tensor {
  const values = new BigInt64Array(rows.length * width);
  for (const [b, row] of rows.entries()) {
    for (const [s, id] of row.entries()) values[b * width + s] = BigInt(id);
  }
  return new runtime.Tensor("int64", values, [rows.length, width]);
}

/** [B,T]: ones up to each row's length. */
function mask(runtime: Runtime, lengths: readonly number[], total: number): Tensor {
  const values = new BigInt64Array(lengths.length * total);
  for (const [b, length] of lengths.entries()) values.fill(1n, b * total, b * total + length);
  return new runtime.Tensor("int64", values, [lengths.length, total]);
}

function activation(tensor: Tensor): Activation {
  if (tensor.type !== "float32") throw new Error(`an output of type ${tensor.type} is not expected`);
  return { dims: tensor.dims, data: tensor.data as Float32Array };
}

/** The row [V] of logits [B,S,V] for position s of batch row b; a view. */
export function logitsAt({ dims, data }: Activation, b: number, s: number): Float32Array {
  const [, positions, vocabulary] = dims as readonly [number, number, number];
  const start = (b * positions + s) * vocabulary;
  return data.subarray(start, start + vocabulary);
}
