import type { Measure } from "./measure";

/** Logits [V] of one position under two models, or with and without an intervention. */
export interface LogitPair {
  readonly of: ArrayLike<number>;
  readonly from: ArrayLike<number>;
}

/** KL(softmax(of) || softmax(from)) in nats a position. 0 exactly when both are equal up to a constant. */
export const divergence: Measure<LogitPair> = {
  id: "kl-divergence",
  name: "KL divergence",
  unit: "nats/token",
  better: "neither",
  source: "Kullback and Leibler 1951",
  parts: ({ of, from }) => [klOfLogits(of, from), 1],
};

function klOfLogits(of: ArrayLike<number>, from: ArrayLike<number>): number {
  const ofNormaliser = logSumExp(of);
  const fromNormaliser = logSumExp(from);
  let kl = 0;
  for (let token = 0; token < of.length; token += 1) {
    const logP = of[token]! - ofNormaliser;
    const p = Math.exp(logP);
    if (p > 0) kl += p * (logP - (from[token]! - fromNormaliser));
  }
  return kl;
}

/** log sum exp(x) without overflow. */
export function logSumExp(values: ArrayLike<number>): number {
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) greatest = Math.max(greatest, values[i]!);
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += Math.exp(values[i]! - greatest);
  return greatest + Math.log(total);
}
