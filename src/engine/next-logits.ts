import type { NextLogits } from "../mixing/generate";
import type { Engine, Model, RunOptions } from "./engine";
import { logProbability } from "./log-probability";

/**
 * A loaded model as a source of a mixture. `vocabulary` is equal for models with the same tokenizer. Each step runs the whole
 * prefix: the cost of a text grows with the square of its length. Throws what `Engine.logits` throws.
 */
export function nextLogits(
  engine: Engine,
  model: Model,
  vocabulary: string,
  { interventions = [] }: Pick<RunOptions, "interventions"> = {},
): NextLogits {
  const rows = async (ids: readonly number[], signal: AbortSignal | undefined): Promise<readonly Float32Array[]> => {
    const { logits } = await engine.logits(model, ids, { interventions, ...(signal && { signal }) });
    const width = logits.data.length / ids.length;
    return ids.map((_, s) => logits.data.subarray(s * width, (s + 1) * width));
  };
  return {
    name: model.checkpoint,
    vocabulary,
    next: async (ids, signal) => (await rows(ids, signal)).at(-1)!,
    async likelihood(ids, signal) {
      const logits = await rows(ids, signal);
      return ids.slice(1).reduce((sum, id, s) => sum + logProbability(logits[s]!, id), 0);
    },
  };
}
