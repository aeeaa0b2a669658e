import { placeEdits, runStep } from "./forward";
import type { EditPlan } from "./interventions";
import { logSumExp } from "./log-probability";
import type { ProgramSession } from "./sessions";
import { checkLogits } from "./text-checks";

export interface LensOptions {
  /** Tokens that are told of each cell. */
  readonly topK: number;
  /** Groups of tokens, such as languages: how much of each token [V] belongs to the group, 0 to 1. */
  readonly groups: readonly Float32Array[];
}

/** What the head would say of the stream after one block at one position: a next-token distribution. */
export interface LensCell {
  /** The most probable tokens, falling, and their probabilities. */
  readonly top: readonly { readonly id: number; readonly probability: number }[];
  /** Probability of each group. */
  readonly masses: readonly number[];
  /** Nats. */
  readonly entropy: number;
}

export interface LensRequest {
  /** Of a program with a lens. */
  readonly session: ProgramSession;
  /** One row. */
  readonly plan: EditPlan;
  readonly ids: readonly number[];
  readonly options: LensOptions;
  readonly onPosition: (done: number) => void;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * The logit lens (nostalgebraist 2020) at every position, result[position][layer]; the text is read token by token. Throws
 * `logits-nan` where the stream overflows behind any block, `cancelled` and what the session throws.
 */
export async function readLens(request: LensRequest): Promise<readonly (readonly LensCell[])[]> {
  const { session, plan, ids, options, onPosition, pause, signal } = request;
  const { runtime, program } = session;
  const { layers, vocabulary } = program.geometry;
  const edits = placeEdits(session, plan.inputs("prompt", [0]));
  const cache = session.cache(1);
  const all = BigInt64Array.from({ length: vocabulary }, (_, id) => BigInt(id));
  const lens = {
    "lens.on": new runtime.Tensor("bool", Uint8Array.of(1), []),
    "lens.tracked": new runtime.Tensor("int64", all, [vocabulary]),
  };
  const positions: LensCell[][] = [];
  try {
    for (const id of ids) {
      await pause();
      signal.throwIfAborted();
      const values = await runStep(session, {
        ids: [[id]],
        cache,
        edits: { ...edits.tensors, ...lens },
        outputs: ["lens.tracked_logits"],
        signal,
      });
      const { data } = values["lens.tracked_logits"]!; // [1,L,V]
      const position = positions.length;
      positions.push(
        Array.from({ length: layers }, (_, layer) => {
          const logits = data.subarray(layer * vocabulary, (layer + 1) * vocabulary);
          return cellOf(checkedLogs(logits, position), options);
        }),
      );
      onPosition(positions.length);
    }
  } finally {
    cache.dispose();
    edits.dispose();
  }
  return positions;
}

/** Log-probabilities of logits [V]. */
function checkedLogs(logits: Float32Array, position: number): Float64Array {
  const normaliser = logSumExp(logits);
  checkLogits(logits, normaliser, position);
  return Float64Array.from(logits, (logit) => logit - normaliser);
}

/** The figures of log-probabilities [V]. */
export function cellOf(logs: Float64Array, { topK, groups }: LensOptions): LensCell {
  const probabilities = logs.map(Math.exp);
  const top: { id: number; probability: number }[] = [];
  const masses = groups.map(() => 0);
  let entropy = 0;
  for (const [id, probability] of probabilities.entries()) {
    if (probability > 0) entropy -= probability * logs[id]!;
    for (const [group, shares] of groups.entries()) masses[group]! += probability * (shares[id] ?? 0);
    if (top.length < topK || probability > top.at(-1)!.probability) {
      const place = top.findIndex((other) => probability > other.probability);
      top.splice(place < 0 ? top.length : place, 0, { id, probability });
      if (top.length > topK) top.pop();
    }
  }
  return { top, masses, entropy };
}
