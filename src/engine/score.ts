import type { Tensor } from "onnxruntime-web";
import { batchesOf, padded, positionsFor } from "./batches";
import type { Activation, Score } from "./engine";
import { logitsAt, placeEdits, runStep } from "./forward";
import type { EditPlan } from "./interventions";
import { logSumExp } from "./log-probability";
import { runSequence } from "./sequence";
import type { ProgramSession } from "./sessions";
import { checkLogits, type ReadText } from "./text-checks";

export interface ScoreRequest {
  /** Of a program with all logits, of the upper layers alone where `streamInto` gives what they read. */
  readonly session: ProgramSession;
  /** The stream [B,S,D] behind the lower layers, of a batch of rows of these lengths. */
  readonly streamInto?: (batch: {
    readonly ids: readonly (readonly number[])[];
    readonly lengths: readonly number[];
  }) => Promise<Activation>;
  readonly texts: readonly ReadText[];
  /** One row, used for every text. */
  readonly plan: EditPlan;
  readonly onDone: (texts: number) => void;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Log-probability of each token given those before it, and bits per byte, for each text. Short texts run in padded
 * batches. Throws `logits-nan`, `cancelled` and what the session throws.
 */
export async function scoreTexts(request: ScoreRequest): Promise<readonly Score[]> {
  const { session, streamInto, texts, plan, onDone, pause, signal } = request;
  const { vocabulary } = session.program.geometry;
  const scores: Score[] = [];
  let done = 0;
  for (const batch of batchesOf(
    texts.map(({ ids }) => ids.length),
    vocabulary,
  )) {
    await pause();
    signal.throwIfAborted();
    const chosen = batch.map((i) => texts[i]!);
    const rows = await logProbabilities(request, chosen);
    for (const [b, i] of batch.entries()) scores[i] = scoreOf(chosen[b]!, rows[b]!);
    done += batch.length;
    onDone(done);
  }
  return scores;

  async function logProbabilities({ session }: ScoreRequest, batch: readonly ReadText[]): Promise<readonly number[][]> {
    const edits = placeEdits(
      session,
      plan.inputs(
        "prompt",
        batch.map(() => 0),
      ),
    );
    const results = batch.map(() => [] as number[]);
    const alone = batch.length === 1 && !streamInto;
    const cache = session.cache(batch.length, alone);
    const lengths = batch.map(({ ids }) => ids.length);
    try {
      if (alone) {
        const { ids } = batch[0]!;
        const pass = { session, edits: edits.tensors, pause, signal, outputs: ["logits"], keep: false };
        const chunk = Math.min(256, positionsFor(vocabulary));
        await runSequence({ ...pass, chunk }, ids, cache, ({ logits }, start) => {
          for (let s = 0; s < logits!.dims[1]!; s++) take(results[0]!, ids, start + s, logitsAt(logits!, 0, s));
        });
      } else if (lengths.some((length) => length > 0)) {
        // The runtime's attention takes no row without a token: one is read of what fills it up, and nothing taken from it.
        const rows = {
          ids: padded(batch.map(({ ids }) => ids)),
          lengths: lengths.map((length) => Math.max(1, length)),
        };
        const stream = streamInto && { stream_in: tensorOf(session, await streamInto(rows)) };
        const step = { ...rows, cache, edits: { ...edits.tensors, ...stream }, keep: false };
        const { logits } = await runStep(session, { ...step, outputs: ["logits"], signal });
        for (const [b, { ids }] of batch.entries()) {
          for (let s = 0; s < ids.length; s++) take(results[b]!, ids, s, logitsAt(logits!, b, s));
        }
      }
      return results;
    } finally {
      cache.dispose();
      edits.dispose();
    }
  }
}

function tensorOf({ runtime }: ProgramSession, { data, dims }: Activation): Tensor {
  return new runtime.Tensor("float32", data, dims);
}

/** Adds ln p of the token behind position s, where there is one. */
function take(row: number[], ids: readonly number[], s: number, logits: Float32Array): void {
  const next = ids[s + 1];
  if (next === undefined) return;
  const normaliser = logSumExp(logits);
  checkLogits(logits, normaliser, s);
  row.push(logits[next]! - normaliser);
}

/** `row` holds ln p of every id but the first. */
function scoreOf({ prefix, tokens }: ReadText, row: readonly number[]): Score {
  const given = prefix.length > 0;
  const logProbabilities = given ? row.slice(prefix.length - 1) : tokens.length > 0 ? [0, ...row] : [];
  const counted = given ? tokens : tokens.slice(1);
  const bits = logProbabilities.reduce((sum, value) => sum - value, 0) / Math.LN2;
  const bytes = counted.reduce((sum, token) => sum + token.bytes[1] - token.bytes[0], 0);
  return { tokens, logProbabilities, bits, bytes, bitsPerByte: bytes > 0 ? bits / bytes : 0 };
}
