import type { Activation } from "./engine";
import { type Activations, runStep } from "./forward";
import type { KvCache, Tensors } from "./kv-cache";
import type { ProgramSession } from "./sessions";

export interface Pass {
  readonly session: ProgramSession;
  readonly edits: Tensors;
  /** Lets cancellations in between two runs. */
  readonly pause: () => Promise<void>;
  readonly signal?: AbortSignal | undefined;
  /** Outputs to fetch of each chunk. */
  readonly outputs: readonly string[];
  /** Default `chunkLength`. */
  readonly chunk?: number;
  /** True where the cache is used after the last chunk. */
  readonly keep: boolean;
}

/** Positions that are run at once: enough to keep the matrices busy, few enough to stop soon. */
export const chunkLength = 256;

/**
 * Runs one row of ids through its cache in chunks and hands over each chunk's outputs with its first position. Throws
 * `cancelled` between two chunks.
 */
export async function runSequence(
  { session, edits, pause, signal, outputs, chunk = chunkLength, keep }: Pass,
  ids: readonly number[],
  cache: KvCache,
  onChunk: (values: Activations, start: number) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += chunk) {
    if (start > 0) await pause();
    const further = start + chunk < ids.length;
    const part = [ids.slice(start, start + chunk)];
    const values = await runStep(session, { ids: part, cache, edits, outputs, keep: keep || further, signal });
    onChunk(values, start);
  }
}

/** Activations [1,S,..] of consecutive chunks as one. */
export function joinChunks(chunks: readonly Activation[]): Activation {
  const [first] = chunks;
  if (chunks.length === 1) return first!;
  const positions = chunks.reduce((sum, { dims }) => sum + dims[1]!, 0);
  const dims = [1, positions, ...first!.dims.slice(2)];
  const data = new Float32Array(dims.reduce((product, size) => product * size, 1));
  let offset = 0;
  for (const chunk of chunks) {
    data.set(chunk.data, offset);
    offset += chunk.data.length;
  }
  return { dims, data };
}
