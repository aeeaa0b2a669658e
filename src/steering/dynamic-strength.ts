import { logSumExp } from "../measures/divergence";

/** How the strength of a property goes from step to step. */
export const strategies = ["none", "fixed", "start", "diminishing", "dynamic"] as const;
export type Strategy = (typeof strategies)[number];

/** The strength at which a property is tried out, and the greatest that information gives. */
export const probeStrength = 2;

/**
 * How much a push would tell the model at this step: KL(plain || steered) in nats, both made to sum to 1 on the union of their
 * sets of likeliest tokens that hold `topP` of the probability, and not above `probeStrength`. Dynamic activation composition
 * (Scalena et al. 2024, 2406.17563); `perToken` divides by the size of that union, as the published code does by PyTorch's
 * "batchmean". Logits [V].
 */
export function informedStrength(
  plain: Float32Array,
  steered: Float32Array,
  { topP = 0.95, perToken = false }: { readonly topP?: number; readonly perToken?: boolean } = {},
): number {
  const union = [...new Set([...likeliest(plain, topP), ...likeliest(steered, topP)])];
  const of = union.map((token) => plain[token]!);
  const from = union.map((token) => steered[token]!);
  const [ofNormaliser, fromNormaliser] = [logSumExp(of), logSumExp(from)];
  const kl = of.reduce((sum, logit, i) => {
    const logP = logit - ofNormaliser;
    return sum + Math.exp(logP) * (logP - (from[i]! - fromNormaliser));
  }, 0);
  return Math.min(probeStrength, Math.max(0, perToken ? kl / union.length : kl));
}

/**
 * The strength at a step of `steps` by a rule that asks no model: constant, at the first step only, or falling to 0 in a line
 * (the baselines of the paper). `dynamic` needs `informedStrength` and is not asked here.
 */
export function plannedStrength(
  strategy: Exclude<Strategy, "dynamic">,
  strength: number,
  step: number,
  steps: number,
): number {
  switch (strategy) {
    case "none":
      return 0;
    case "fixed":
      return strength;
    case "start":
      return step === 0 ? strength : 0;
    case "diminishing":
      return strength * (1 - step / steps);
  }
}

/** The smallest set of tokens whose probability reaches `share`; ties by id. */
function likeliest(logits: Float32Array, share: number): readonly number[] {
  const normaliser = logSumExp(logits);
  const order = Array.from(logits, (_, token) => token).sort((a, b) => logits[b]! - logits[a]! || a - b);
  let mass = 0;
  const count = order.findIndex((token) => {
    mass += Math.exp(logits[token]! - normaliser);
    return mass >= share;
  });
  return count < 0 ? order : order.slice(0, count + 1);
}
