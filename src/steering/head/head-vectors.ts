/** One language as the head reads it: the mean [D] of what it reads over so many tokens. */
export interface HeadMean {
  readonly language: string;
  readonly script: string;
  readonly tokens: number;
  readonly mean: Float32Array;
}

/** What is a language's own, and its script's own, at the head; both [D]. */
export interface HeadVector {
  readonly language: string;
  readonly script: string;
  readonly ofLanguage: Float32Array;
  readonly ofScript: Float32Array;
}

/**
 * A language's mean less the mean over all tokens of all languages, and alike of its script: what LangSAMP (Liu et al. 2024,
 * 2409.18199) learns as embeddings that are added before the head, read off the model as it is. Weighted by their tokens the
 * vectors of the languages sum to 0, and so do those of the scripts.
 */
export function headVectors(means: readonly HeadMean[]): readonly HeadVector[] {
  const grand = weightedMean(means);
  return means.map(({ language, script, mean }) => {
    const written = weightedMean(means.filter((one) => one.script === script));
    return {
      language,
      script,
      ofLanguage: mean.map((value, d) => value - grand[d]!),
      ofScript: written.map((value, d) => value - grand[d]!),
    };
  });
}

/** W_U e [V], what a vector e [D] added behind the last norm adds to every logit: W_U (h + e) = W_U h + W_U e. `head` is [V,D], row-major. */
export function headBias(head: Float32Array, e: Float32Array): Float32Array {
  const width = e.length;
  const bias = new Float32Array(head.length / width);
  for (let token = 0; token < bias.length; token += 1) {
    let sum = 0;
    for (let d = 0; d < width; d += 1) sum += head[token * width + d]! * e[d]!;
    bias[token] = sum;
  }
  return bias;
}

function weightedMean(means: readonly HeadMean[]): Float32Array {
  const tokens = means.reduce((sum, one) => sum + one.tokens, 0);
  return Float32Array.from(
    means[0]!.mean,
    (_, d) => means.reduce((sum, one) => sum + one.tokens * one.mean[d]!, 0) / tokens,
  );
}
