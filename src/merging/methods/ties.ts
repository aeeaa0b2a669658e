import { electByWeight, electUnweighted } from "../arithmetic/election";
import { keepRanks } from "../arithmetic/ranks";
import { absoluteSum, scaleTo } from "../arithmetic/vectors";
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
  join: electByWeight,
  object: keepsNothing,
});

/**
 * As the paper has it: the sign of the sum is elected, in which magnitudes vote and weights do not, and what agrees is divided
 * by its number. So an entry that agrees alone enters with its weight, where mergekit's enters whole.
 */
export const tiesPaper = deltaMethod({
  name: "ties_paper",
  title: "TIES (as in the paper: signs elected and averaged without the weights)",
  reference,
  formula:
    "keep the largest density · N of |δᵢ|;  s = sign(Σ δᵢ);  θ = θ₀ + λ · mean of the wᵢδᵢ with sign s;  0 where none has it",
  variant: "paper",
  parameters: { density: densityRule },
  normalize: true,
  thin: trim,
  join: electUnweighted,
  object: keepsNothing,
});

function trim({ values, own, shared }: Delta): void {
  const whole = shared["rescale"] === true ? absoluteSum(values) : 0;
  keepRanks(values, 0, Math.floor(numberOf(own, "density") * values.length));
  if (shared["rescale"] === true) scaleTo(values, whole);
}
