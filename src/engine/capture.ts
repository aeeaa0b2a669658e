import { batchesOf, padded, positionsFor } from "./batches";
import type { Activation, LogitsResult, Position } from "./engine";
import { placeEdits, runStep } from "./forward";
import type { EditPlan } from "./interventions";
import { joinChunks, runSequence } from "./sequence";
import type { ProgramSession } from "./sessions";
import { checkSize, type Stretch, stretchOf } from "./stretches";
import type { ReadText } from "./text-checks";

interface CaptureRequest {
  readonly session: ProgramSession;
  /** One row. */
  readonly plan: EditPlan;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** The outputs of one sequence of ids, whole: hooks [1,S,..], and logits [1,S,V] where the program gives all. */
export async function captureSequence(
  { session, plan, pause, signal }: CaptureRequest,
  ids: readonly number[],
  outputs: readonly string[],
): Promise<Readonly<Record<string, Activation>>> {
  const edits = placeEdits(session, plan.inputs("prompt", [0]));
  const cache = session.cache(1);
  const parts = new Map<string, Activation[]>(outputs.map((name) => [name, []]));
  // A pattern's last axis is all positions so far: it has one form only where the sequence runs at once.
  const whole = outputs.some(isPattern);
  const chunk = whole ? ids.length : Math.min(256, positionsFor(session.program.geometry.vocabulary));
  try {
    const pass = { session, edits: edits.tensors, pause, signal, outputs, chunk, keep: false };
    await runSequence(pass, ids, cache, (values) => {
      for (const [name, list] of parts) list.push(values[name]!);
    });
    return Object.fromEntries([...parts].map(([name, list]) => [name, joinChunks(list)]));
  } finally {
    cache.dispose();
    edits.dispose();
  }
}

/** Attention patterns are only in the program's eager variant. */
export function isPattern(hook: string): boolean {
  return /\.hook_(pattern|attn_scores)$/.test(hook);
}

/** `captureSequence` with the logits apart, as [S,V]. */
export async function captureLogits(
  request: CaptureRequest,
  ids: readonly number[],
  hooks: readonly string[],
): Promise<LogitsResult> {
  const { logits, ...captured } = await captureSequence(request, ids, ["logits", ...hooks]);
  return { logits: { dims: logits!.dims.slice(1), data: logits!.data }, hooks: captured };
}

/** Names of the residual stream after each of L blocks. */
export function residualHooks(layers: number): readonly string[] {
  return Array.from({ length: layers }, (_, layer) => `blocks.${layer}.hook_resid_post`);
}

/**
 * One vector [D] for each text and layer: the residual stream after the block, averaged over the tokens that are asked for; with
 * `all` [n,D], these tokens one after another. Throws `input-invalid` where a text has no such token.
 */
export async function captureResiduals(
  { session, plan, pause, signal }: CaptureRequest,
  texts: readonly ReadText[],
  position: Position,
  onDone: (texts: number) => void,
): Promise<readonly (readonly Float32Array[])[]> {
  const { layers, width } = session.program.geometry;
  const hooks = residualHooks(layers);
  const stretches = texts.map((text, index) => stretchOf(text, index, position));
  if (position === "all") checkSize(stretches, layers * width);
  const vectors: Float32Array[][] = [];
  let done = 0;
  for (const batch of batchesOf(
    texts.map(({ ids }) => ids.length),
    layers * width,
  )) {
    await pause();
    signal.throwIfAborted();
    const chosen = batch.map((i) => texts[i]!);
    const edits = placeEdits(
      session,
      plan.inputs(
        "prompt",
        batch.map(() => 0),
      ),
    );
    const cache = session.cache(batch.length, false);
    try {
      const values = await runStep(session, {
        ids: padded(chosen.map(({ ids }) => ids)),
        lengths: chosen.map(({ ids }) => ids.length),
        cache,
        edits: edits.tensors,
        outputs: hooks,
        keep: false,
        signal,
      });
      for (const [b, i] of batch.entries()) {
        const read = position === "all" ? copied : pooled;
        vectors[i] = hooks.map((hook) => read(values[hook]!, b, stretches[i]!));
      }
    } finally {
      cache.dispose();
      edits.dispose();
    }
    done += batch.length;
    onDone(done);
  }
  return vectors;
}

/** [B,S,D] -> [D], the mean over the stretch of row b. */
function pooled({ dims, data }: Activation, b: number, [from, to]: Stretch): Float32Array {
  const [, positions, width] = dims as readonly [number, number, number];
  const sums = new Float64Array(width);
  for (let s = from; s < to; s++) {
    const start = (b * positions + s) * width;
    for (let d = 0; d < width; d++) sums[d]! += data[start + d]!;
  }
  return Float32Array.from(sums, (sum) => sum / (to - from));
}

/** [B,S,D] -> [n,D], the stretch of row b. */
function copied({ dims, data }: Activation, b: number, [from, to]: Stretch): Float32Array {
  const [, positions, width] = dims as readonly [number, number, number];
  return data.slice((b * positions + from) * width, (b * positions + to) * width);
}
