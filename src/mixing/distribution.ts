import { logSumExp } from "../measures/divergence";

/** log softmax of logits [V], in f64. Minus infinity stays what it is. */
export function logSoftmax(logits: ArrayLike<number>): Float64Array {
  const normaliser = logSumExp(logits);
  return Float64Array.from(logits, (logit) => logit - normaliser);
}

/** Entropy of log-probabilities [V], in nats. */
export function entropyOf(logProbabilities: Float64Array): number {
  let entropy = 0;
  for (const log of logProbabilities) if (log > Number.NEGATIVE_INFINITY) entropy -= Math.exp(log) * log;
  return entropy;
}

/** KL(p || q) of log-probabilities [V], in nats; infinite where q excludes what p allows. */
export function divergenceOf(p: Float64Array, q: Float64Array): number {
  let divergence = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i]! > Number.NEGATIVE_INFINITY) divergence += Math.exp(p[i]!) * (p[i]! - q[i]!);
  }
  return Math.max(0, divergence);
}

/** The index of the greatest value; the lowest among equals. */
export function greatest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** exp, scaled to a sum of 1. */
export function softmax(scores: ArrayLike<number>): number[] {
  return Array.from(logSoftmax(scores), Math.exp);
}

/** Logits [V] from a rule for each token. */
export function logitsFrom(length: number, rule: (token: number) => number): Float32Array {
  const logits = new Float32Array(length);
  for (let i = 0; i < length; i++) logits[i] = rule(i);
  return logits;
}

/** Log of the weighted mean of probabilities [V]; a weight of 0 leaves a model out. */
export function logMixture(logProbabilities: readonly Float64Array[], weights: readonly number[]): Float32Array {
  return logitsFrom(logProbabilities[0]!.length, (token) => {
    let sum = 0;
    for (const [i, weight] of weights.entries()) if (weight > 0) sum += weight * Math.exp(logProbabilities[i]![token]!);
    return Math.log(sum);
  });
}
