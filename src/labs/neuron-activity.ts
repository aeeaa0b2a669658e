import type { Engine, Model } from "../engine/engine";
import { readTokens } from "./read-tokens";

/** How often each neuron is active in a language, and its mean there; both [L * F]. */
export interface Activity {
  readonly tokens: number;
  /** Share of tokens at which the gate is positive. */
  readonly shares: Float32Array;
  /** Mean of `mlp.hook_post`. */
  readonly means: Float32Array;
  /** Mean and standard deviation of the gate before its activation, `mlp.hook_pre`. */
  readonly preMeans: Float32Array;
  readonly preDeviations: Float32Array;
  /** `mlp.hook_post` at each text's last token, what the down projection reads: one vector [L * F] a text. */
  readonly keys: readonly Float32Array[];
}

/** Reads texts of one language; what the tokenizer's template adds is left out. */
export async function activityOf(
  engine: Engine,
  model: Model,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Activity> {
  const { layers, mlpWidth } = model.geometry;
  const at = Array.from({ length: layers }, (_, layer) => `blocks.${layer}.mlp`);
  const hooks = at.flatMap((block) => [`${block}.hook_pre`, `${block}.hook_post`]);
  const active = new Float64Array(layers * mlpWidth);
  const sums = new Float64Array(layers * mlpWidth);
  const preSums = new Float64Array(layers * mlpWidth);
  const preSquares = new Float64Array(layers * mlpWidth);
  const keys: Float32Array[] = [];
  let tokens = 0;
  for (const text of texts) {
    const read = await readTokens(engine, model, text);
    const values = await engine.capture(model, text, hooks, { signal });
    const first = read.findIndex(({ special }) => !special);
    if (first < 0) continue;
    tokens += read.length - first;
    const key = new Float32Array(layers * mlpWidth);
    for (const [layer, block] of at.entries()) {
      const pre = values[`${block}.hook_pre`]!.data; // [1,S,F]
      const post = values[`${block}.hook_post`]!.data;
      for (let i = first * mlpWidth; i < read.length * mlpWidth; i += 1) {
        const neuron = layer * mlpWidth + (i % mlpWidth);
        if (pre[i]! > 0) active[neuron]! += 1;
        sums[neuron]! += post[i]!;
        preSums[neuron]! += pre[i]!;
        preSquares[neuron]! += pre[i]! ** 2;
      }
      key.set(post.subarray((read.length - 1) * mlpWidth, read.length * mlpWidth), layer * mlpWidth);
    }
    keys.push(key);
  }
  const count = Math.max(1, tokens);
  const preMeans = Float32Array.from(preSums, (sum) => sum / count);
  return {
    tokens,
    shares: Float32Array.from(active, (times) => times / count),
    means: Float32Array.from(sums, (sum) => sum / count),
    preMeans,
    preDeviations: preMeans.map((mean, neuron) => Math.sqrt(Math.max(0, preSquares[neuron]! / count - mean ** 2))),
    keys,
  };
}

/** Of several pieces of one language, as if they had been read at once. */
export function joined(pieces: readonly Activity[]): Activity {
  const tokens = pieces.reduce((sum, piece) => sum + piece.tokens, 0);
  const overAll = (of: (piece: Activity, neuron: number) => number) =>
    Float32Array.from(
      pieces[0]!.shares,
      (_, neuron) => pieces.reduce((sum, piece) => sum + piece.tokens * of(piece, neuron), 0) / Math.max(1, tokens),
    );
  const preMeans = overAll(({ preMeans }, neuron) => preMeans[neuron]!);
  const squares = overAll(
    ({ preMeans, preDeviations }, neuron) => preMeans[neuron]! ** 2 + preDeviations[neuron]! ** 2,
  );
  return {
    tokens,
    shares: overAll(({ shares }, neuron) => shares[neuron]!),
    means: overAll(({ means }, neuron) => means[neuron]!),
    preMeans,
    preDeviations: preMeans.map((mean, neuron) => Math.sqrt(Math.max(0, squares[neuron]! - mean ** 2))),
    keys: pieces.flatMap(({ keys }) => keys),
  };
}
