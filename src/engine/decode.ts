import { seededRandom, type Random } from "../random";
import type { GeneratedToken, Generation, SamplingOptions } from "./engine";
import { type Activations, logitsAt, type PlacedEdits, placeEdits, runStep } from "./forward";
import type { EditPlan } from "./interventions";
import type { KvCache } from "./kv-cache";
import { logSumExp } from "./log-probability";
import type { RowFilter } from "./row-filters";
import { neutralSampling, type Sampling, sampleToken } from "./sampling";
import { runSequence } from "./sequence";
import type { ProgramSession } from "./sessions";
import { checkLogits } from "./text-checks";
import { TextStream } from "./text-stream";

export interface DecodeRequest {
  readonly session: ProgramSession;
  /** UTF-8 bytes of a token, empty for a special one. */
  readonly bytesOf: (id: number) => Uint8Array;
  readonly promptIds: readonly number[];
  readonly plan: EditPlan;
  /** Rows of the plan, one generation each. */
  readonly rows: readonly number[];
  readonly sampling: SamplingOptions;
  /** Which tokens each row may write, by row of the plan. */
  readonly filters: readonly RowFilter[];
  /** What is added to the logits of each row, [V], by row of the plan. */
  readonly biases: readonly Float32Array[];
  /** Tokens that end a text. */
  readonly stopIds: ReadonlySet<number>;
  readonly onToken: (token: GeneratedToken) => void;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Rows that decode together at most; the prompt's cache is held once more for the next ones. */
const rowsAtOnce = 16;
const defaultNewTokens = 64;

/**
 * Continues one prompt for every row, in batches. The prompt runs once where all rows see it alike, else once a row. A
 * stopped run returns what it has. Throws `logits-nan` and what the session throws.
 */
export async function decode(request: DecodeRequest): Promise<readonly Generation[]> {
  const rows = request.rows.map((row) => new Row(row, request));
  const shared = request.plan.sharedPrompt ? await stoppable(request, () => prefill(request, [rows[0]!])) : undefined;
  try {
    for (let start = 0; start < rows.length && !request.signal.aborted; start += rowsAtOnce) {
      const batch = rows.slice(start, start + rowsAtOnce);
      const prompt = request.plan.sharedPrompt ? shared : await stoppable(request, () => prefill(request, batch));
      if (!prompt) break;
      const cache = request.plan.sharedPrompt ? prompt.cache.select(batch.map(() => 0)) : prompt.cache;
      await stoppable(request, () => decodeBatch(request, batch, cache, prompt.values));
    }
  } finally {
    shared?.cache.dispose();
  }
  return rows.map((row) => row.finish());
}

/** The task's value; nothing when the user stopped it. */
async function stoppable<T>({ signal }: DecodeRequest, task: () => Promise<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch (thrown) {
    if (signal.aborted) return undefined;
    throw thrown;
  }
}

interface Prefilled {
  readonly cache: KvCache;
  /** Logits [B,1,V] behind the prompt. */
  readonly values: Activations;
}

async function prefill(
  { session, promptIds, plan, pause, signal }: DecodeRequest,
  rows: readonly Row[],
): Promise<Prefilled> {
  const edits = placeEdits(
    session,
    plan.inputs(
      "prompt",
      rows.map(({ row }) => row),
    ),
  );
  const cache = session.cache(rows.length);
  try {
    // The runtime's attention takes further positions of several rows only one at a time: they run whole.
    if (rows.length > 1) {
      const values = await runStep(session, {
        ids: rows.map(() => promptIds),
        cache,
        edits: edits.tensors,
        outputs: ["logits"],
        signal,
      });
      return { cache, values };
    }
    let values: Activations = {};
    const pass = { session, edits: edits.tensors, pause, signal, outputs: ["logits"], keep: true };
    await runSequence(pass, promptIds, cache, (chunk) => {
      values = chunk;
    });
    return { cache, values };
  } catch (thrown) {
    cache.dispose();
    throw thrown;
  } finally {
    edits.dispose();
  }
}

/** Writes the rows to their ends. The cache is used up. */
async function decodeBatch(
  request: DecodeRequest,
  batch: readonly Row[],
  promptCache: KvCache,
  prompt: Activations,
): Promise<void> {
  const { session, pause, signal } = request;
  let rows = batch;
  let cache = promptCache;
  let edits = generationEdits(request, rows, 0);
  let { logits } = prompt;
  /** Of the token that is fed next, among those generated. */
  let position = 0;
  try {
    for (;;) {
      const shared = logits!.dims[0] === 1;
      for (const [b, row] of rows.entries()) row.take(logitsAt(logits!, shared ? 0 : b, 0));
      const open = rows.filter(({ stopped }) => !stopped);
      if (open.length === 0) return;
      await pause();
      signal.throwIfAborted();
      if (open.length <= rows.length / 2) {
        // Most rows have ended: the others go on in a smaller batch.
        const smaller = cache.select(open.map((row) => rows.indexOf(row)));
        cache.dispose();
        cache = smaller;
        edits.dispose();
        rows = open;
        edits = generationEdits(request, rows, position);
      }
      if (request.plan.changesAt(position)) {
        edits.dispose();
        edits = generationEdits(request, rows, position);
      }
      position++;
      const ids = rows.map((row) => [row.last]);
      ({ logits } = await runStep(session, { ids, cache, edits: edits.tensors, outputs: ["logits"], signal }));
    }
  } finally {
    cache.dispose();
    edits.dispose();
  }
}

function generationEdits({ session, plan }: DecodeRequest, rows: readonly Row[], position: number): PlacedEdits {
  return placeEdits(
    session,
    plan.inputs(
      "generation",
      rows.map(({ row }) => row),
      position,
    ),
  );
}

/** One text that is being written. */
class Row {
  readonly #request: DecodeRequest;
  readonly #sampling: Sampling;
  readonly #random: Random;
  readonly #text: TextStream;
  readonly #seen: Set<number>;
  readonly #ids: number[] = [];
  readonly #logProbabilities: number[] = [];
  readonly #limit: number;
  stopped: "end" | "length" | undefined;
  /** The id that is fed next. */
  last = 0;

  constructor(
    /** Its row in the plan. */
    readonly row: number,
    request: DecodeRequest,
  ) {
    const { sampling, bytesOf, promptIds, session } = request;
    this.#request = request;
    this.#sampling = { ...neutralSampling, ...sampling };
    this.#random = seededRandom(sampling.seed ?? 0);
    this.#text = new TextStream(bytesOf);
    this.#seen = new Set(promptIds);
    const room = session.program.geometry.context - promptIds.length;
    this.#limit = Math.min(sampling.maxNewTokens ?? defaultNewTokens, room);
    if (this.#limit <= 0) this.stopped = "length";
  }

  /** Draws the next token from logits [V], unless the row has ended. */
  take(given: Float32Array): void {
    if (this.stopped) return;
    const { promptIds, sampling, stopIds, onToken, filters, biases } = this.#request;
    const bias = biases[this.row];
    const logits = bias ? given.map((logit, id) => logit + bias[id]!) : given;
    const normaliser = logSumExp(logits);
    checkLogits(logits, normaliser, promptIds.length + this.#ids.length - 1);
    const allowed = filters[this.row]?.(logits, this.#ids) ?? logits;
    const id = sampleToken(allowed, this.#sampling, this.#seen, this.#random);
    this.last = id;
    if (stopIds.has(id) && (sampling.stopAtEnd ?? true)) {
      this.stopped = "end";
      return;
    }
    const logProbability = logits[id]! - normaliser;
    this.#ids.push(id);
    this.#seen.add(id);
    this.#logProbabilities.push(logProbability);
    if (this.#ids.length >= this.#limit) this.stopped = "length";
    onToken({ id, text: this.#text.push(id), logProbability, row: this.row });
  }

  finish(): Generation {
    return {
      promptIds: this.#request.promptIds,
      ids: this.#ids,
      text: this.#text.end(),
      logProbabilities: this.#logProbabilities,
      stopped: this.stopped ?? "cancelled",
    };
  }
}
