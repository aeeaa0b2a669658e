/** ln of the sum of exp over a row of logits [V], without overflow. NaN where the row holds NaN or nothing finite. */
export function logSumExp(logits: Float32Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i]!;
    if (logit > top) top = logit;
    else if (Number.isNaN(logit)) return Number.NaN;
  }
  if (!Number.isFinite(top)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i]! - top);
  return top + Math.log(sum);
}

/** Natural log of the probability that the softmax of the logits [V] gives to `id`; NaN for meaningless logits. */
export function logProbability(logits: Float32Array, id: number): number {
  return logits[id]! - logSumExp(logits);
}
