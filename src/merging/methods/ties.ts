import { absoluteSum } from "../arithmetic/vectors";
import { keepRanks } from "../arithmetic/ranks";
import { densityRule, type Delta, deltaMethod, keepsNothing, maskRule, rescaleRule } from "./delta";
import { numberOf } from "./method";

const reference = "Yadav et al. 2023, arXiv 2306.01708";

/** Trim, elect a sign by weight, average what agrees. */
export const ties = deltaMethod({
  name: "ties",
  title: "TIES (trim, elect signs by weight)",
  reference: `${reference}; election as in mergekit (arXiv 2403.13257)`,
  formula:
    "keep the largest density · N of |δᵢ|;  s = sign(Σ wᵢδᵢ), + at 0;  θ = θ₀ + λ Σ_{sign wᵢδᵢ = s} wᵢδᵢ / Σ_{sign wᵢδᵢ = s} wᵢ",
  variant: "mergekit",
  parameters: { density: densityRule, rescale: rescaleRule(false), int8_mask: maskRule },
  normalize: true,
  thin: trim,
  join: (deltas, weights, normalize) => elect(deltas, weights, normalize, true),
  object: keepsNothing,
});

/** As the paper has it: all models count alike in the election, and agreeing entries are averaged by their number. */
export const tiesPaper = deltaMethod({
  name: "ties_paper",
  title: "TIES (as in the paper: one vote a model)",
  reference,
  formula:
    "keep the largest density · N of |δᵢ|;  s = sign(Σ δᵢ);  θ = θ₀ + λ · mean of the wᵢδᵢ with sign s;  0 where none has it",
  variant: "paper",
  parameters: { density: densityRule },
  normalize: true,
  thin: trim,
  join: (deltas, weights, normalize) => elect(deltas, weights, normalize, false),
  object: keepsNothing,
});

function trim({ values, own, shared }: Delta): void {
  const whole = shared["rescale"] === true ? absoluteSum(values) : 0;
  keepRanks(values, 0, Math.floor(numberOf(own, "density") * values.length));
  if (shared["rescale"] === true) scaleTo(values, whole);
}

/** Scales values so that their absolute values sum to `whole`; values that are all zero stay so. */
export function scaleTo(values: Float32Array, whole: number): void {
  const kept = absoluteSum(values);
  if (kept === 0) return;
  for (let i = 0; i < values.length; i++) values[i] = (values[i]! * whole) / kept;
}

/**
 * The entries that agree with the elected sign, averaged: by weights, or by their number where each model has one vote. Written
 * into the first difference.
 */
export function elect(
  deltas: readonly Float32Array[],
  weights: readonly number[],
  normalize: boolean,
  byWeight: boolean,
): Float32Array {
  const merged = deltas[0]!;
  const count = deltas.length;
  for (let i = 0; i < merged.length; i++) {
    let vote = 0;
    // In f32, as PyTorch adds: 0.1 + 0.2 - 0.3 is a tie there.
    for (let j = 0; j < count; j++) {
      vote = Math.fround(vote + Math.fround(byWeight ? weights[j]! * deltas[j]![i]! : deltas[j]![i]!));
    }
    const positive = vote >= 0;
    let [sum, divisor] = [0, 0];
    for (let j = 0; j < count; j++) {
      const weighted = weights[j]! * deltas[j]![i]!;
      const voted = byWeight ? weighted : deltas[j]![i]!;
      if (voted === 0 || voted > 0 !== positive) continue;
      sum += weighted;
      divisor += byWeight ? weights[j]! : 1;
    }
    merged[i] = normalize && divisor !== 0 ? sum / divisor : sum;
  }
  return merged;
}
