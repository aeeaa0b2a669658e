import type { Engine, Model } from "../../../engine/engine";

/** How often each neuron is active in a language, and its mean there; both [L * F]. */
export interface Activity {
  readonly tokens: number;
  /** Share of tokens at which the gate is positive. */
  readonly shares: Float32Array;
  /** Mean of `mlp.hook_post`. */
  readonly means: Float32Array;
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
  let tokens = 0;
  for (const text of texts) {
    const read = await engine.tokenize(model, text);
    const values = await engine.capture(model, text, hooks, { signal });
    const first = read.findIndex(({ special }) => !special);
    if (first < 0) continue;
    tokens += read.length - first;
    for (const [layer, block] of at.entries()) {
      const pre = values[`${block}.hook_pre`]!.data; // [1,S,F]
      const post = values[`${block}.hook_post`]!.data;
      for (let i = first * mlpWidth; i < read.length * mlpWidth; i += 1) {
        const neuron = layer * mlpWidth + (i % mlpWidth);
        if (pre[i]! > 0) active[neuron]! += 1;
        sums[neuron]! += post[i]!;
      }
    }
  }
  return {
    tokens,
    shares: Float32Array.from(active, (count) => count / Math.max(1, tokens)),
    means: Float32Array.from(sums, (sum) => sum / Math.max(1, tokens)),
  };
}
