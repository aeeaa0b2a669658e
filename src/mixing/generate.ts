import { LabError, type Problem, unwrap } from "../result";
import { mix, resolveParameters, vocabularyProblem } from "./check";
import { divergenceOf, entropyOf, logSoftmax } from "./distribution";
import type { Materials, Mixer, MixParameters, PastToken, Rejected } from "./mixer";

/** A running model, as a mixer sees it. */
export interface NextLogits {
  readonly name: string;
  /** Equal for two models only if equal ids stand for equal tokens, for instance the hash of the tokenizer. */
  readonly vocabulary: string;
  /** Logits [V] behind the ids. */
  next(ids: readonly number[], signal?: AbortSignal): Promise<Float32Array>;
  /** Log-likelihood of the ids behind the first in nats, for mixers that weigh models by the prompt. Default: the prompt counts for none. */
  likelihood?(ids: readonly number[], signal?: AbortSignal): Promise<number>;
}

export interface MixedModel {
  readonly source: NextLogits;
  /** This model's own ids before what is written: its condition, its negatives. Default the request's prompt. */
  readonly promptIds?: readonly number[];
}

export interface MixRequest {
  readonly mixer: Mixer;
  /** In the order of the mixer's roles. */
  readonly models: readonly MixedModel[];
  readonly promptIds: readonly number[];
  readonly parameters?: Partial<MixParameters>;
  readonly materials?: Materials;
  /**
   * Draws an id from logits [V]; never one of minus infinity. `draw` is what the mixer wants, where it wants something.
   * `seen` are the prompt's ids and those written.
   */
  readonly choose: (logits: Float32Array, seen: ReadonlySet<number>, draw?: "greedy" | "sample") => number;
  /** Tokens that end a text; not part of it. */
  readonly stopIds?: ReadonlySet<number>;
  readonly maxNewTokens: number;
  readonly signal?: AbortSignal;
}

/** One token as it is written, with what led to it. Numbers of models are in their order. */
export interface MixedToken {
  readonly kind: "token";
  readonly id: number;
  /** Probability of the token under the mixture. */
  readonly probability: number;
  /** The same under each model. */
  readonly modelProbabilities: readonly number[];
  /** Of the mixture, in nats. */
  readonly entropy: number;
  /** KL(mixture || model) in nats, one a model; infinite where the mixture allows what the model excludes. */
  readonly divergences: readonly number[];
  /** What the first model gave to tokens that the mixer excludes, 0 to 1. */
  readonly massRemoved: number;
  readonly weights?: readonly number[];
  readonly writer?: number;
}

/** What has been written from this position on is taken back. */
export interface TakenBack {
  readonly kind: "taken-back";
  readonly position: number;
}

/**
 * Writes token by token, until a stop id, the limit, or the signal. Throws LabError: what `resolveParameters` and `mix` find,
 * `tokenizer-mismatch`, `prompt-empty`, and what the sources throw.
 */
export async function* generateMixed(request: MixRequest): AsyncGenerator<MixedToken | TakenBack, void, void> {
  const { mixer, models, promptIds, materials = {}, choose, stopIds, maxNewTokens, signal } = request;
  const parameters = unwrap(resolveParameters(mixer, models.length, request.parameters));
  const problem = requestProblem(request);
  if (problem) throw new LabError(problem);
  const prompted = models.map(({ source, promptIds: own = promptIds }) => ({ source, promptIds: own }));
  const promptLikelihoods = mixer.weighsPrompt ? await likelihoodsOf(prompted, signal) : models.map(() => 0);

  const past: PastToken[] = [];
  let rejected: Rejected[] = [];
  while (past.length < maxNewTokens) {
    if (signal?.aborted) return;
    const written = past.map(({ id }) => id);
    const logits: Float32Array[] = [];
    for (const { source, promptIds: own } of prompted) logits.push(await source.next([...own, ...written], signal));
    const input = { logits, past, rejected, promptIds, promptLikelihoods, materials };
    const { step, ...mixed } = unwrap(mix(mixer, input, parameters));
    if (mixed.rewindTo !== undefined) {
      const position = mixed.rewindTo;
      // What was refused further on was refused behind another text.
      rejected = [...rejected.filter((token) => token.position <= position), { position, id: past[position]!.id }];
      past.length = position;
      yield { kind: "taken-back", position };
      continue;
    }
    const id = choose(mixed.logits, new Set([...promptIds, ...written]), mixed.draw);
    if (stopIds?.has(id)) return;
    const { logProbabilities } = step;
    const result = logSoftmax(mixed.logits);
    past.push({
      id,
      logProbabilities: logProbabilities.map((own) => own[id]!),
      entropy: entropyOf(logProbabilities[0]!),
    });
    yield {
      kind: "token",
      id,
      probability: Math.exp(result[id]!),
      modelProbabilities: logProbabilities.map((own) => Math.exp(own[id]!)),
      entropy: entropyOf(result),
      divergences: logProbabilities.map((own) => divergenceOf(result, own)),
      massRemoved: massRemoved(logProbabilities[0]!, result),
      ...(mixed.weights && { weights: mixed.weights }),
      ...(mixed.writer !== undefined && { writer: mixed.writer }),
    };
  }
}

/**
 * Log-likelihood of the prompt under each model, in nats: of the ids at its end that every model reads, behind what that model reads
 * before them. So what stands before the prompt for one model alone is no evidence. 0 where a source does not tell.
 */
async function likelihoodsOf(
  models: readonly Required<MixedModel>[],
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const shared = sharedEnd(models.map(({ promptIds }) => promptIds));
  const likelihoods: number[] = [];
  for (const { source, promptIds } of models) {
    const before = promptIds.slice(0, promptIds.length - shared);
    const whole = (await source.likelihood?.(promptIds, signal)) ?? 0;
    // One id has nothing before it that would tell how likely it is.
    const own = before.length > 1 ? ((await source.likelihood?.(before, signal)) ?? 0) : 0;
    likelihoods.push(whole - own);
  }
  return likelihoods;
}

/** How many ids all end with; at least one stays before them. */
function sharedEnd(rows: readonly (readonly number[])[]): number {
  const most = Math.min(...rows.map(({ length }) => length)) - 1;
  for (let i = 1; i <= most; i++) if (rows.some((row) => row.at(-i) !== rows[0]!.at(-i))) return i - 1;
  return most;
}

function massRemoved(own: Float64Array, result: Float64Array): number {
  let mass = 0;
  for (let i = 0; i < own.length; i++) if (result[i] === Number.NEGATIVE_INFINITY) mass += Math.exp(own[i]!);
  return Math.min(1, mass);
}

function requestProblem({ models, promptIds }: MixRequest): Problem | undefined {
  const first = models[0]!.source.vocabulary;
  const other = models.find(({ source }) => source.vocabulary !== first);
  if (other) return vocabularyProblem(first, other.source.vocabulary);
  if (models.every((model) => (model.promptIds ?? promptIds).length > 0)) return undefined;
  return {
    code: "prompt-empty",
    what: "A model has nothing to start from.",
    remedy: "Write at least one character, or begin with the model's beginning-of-text token.",
  };
}
