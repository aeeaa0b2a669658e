import { electByWeight, electUnweighted } from "../arithmetic/election";
import { dropAt } from "../arithmetic/seeded";
import { absoluteSum, scaleTo } from "../arithmetic/vectors";
import { densityRule, type Delta, deltaMethod, maskRule, rescaleRule } from "./delta";
import { numberOf } from "./method";

const reference = "Yu et al. 2024, arXiv 2311.03099";

/** Drops entries at random and scales the rest to the old sum of magnitudes. */
export const dareLinear = deltaMethod({
  name: "dare_linear",
  title: "DARE, summed (drop at random, keep the size)",
  reference: `${reference}; rescaling as in mergekit (arXiv 2403.13257)`,
  formula: "δ̃ᵢ = mᵢδᵢ · Σ|δᵢ|/Σ|mᵢδᵢ|,  mᵢ ~ Bernoulli(density);  θ = θ₀ + λ Σ wᵢδ̃ᵢ",
  variant: "mergekit",
  parameters: { density: densityRule, rescale: rescaleRule(true), int8_mask: maskRule },
  normalize: false,
  draws: true,
  thin: dropBySize,
});

/** DARE's thinning, then TIES's election. */
export const dareTies = deltaMethod({
  name: "dare_ties",
  title: "DARE, with TIES's election",
  reference: `${reference}; arXiv 2306.01708; as in mergekit (arXiv 2403.13257)`,
  formula: "δ̃ᵢ as in dare_linear;  signs elected as in ties;  θ = θ₀ + λ Σ of the wᵢδ̃ᵢ that agree",
  variant: "mergekit",
  parameters: { density: densityRule, rescale: rescaleRule(true), int8_mask: maskRule },
  normalize: false,
  draws: true,
  thin: dropBySize,
  join: electByWeight,
});

/** As the paper has it: each kept entry divided by the probability of being kept, so that the expectation is δ. */
export const darePaper = deltaMethod({
  name: "dare_linear_paper",
  title: "DARE, summed (as in the paper: divide by density)",
  reference,
  formula: "δ̃ᵢ = mᵢδᵢ / density,  mᵢ ~ Bernoulli(density);  θ = θ₀ + λ Σ wᵢδ̃ᵢ;  E δ̃ᵢ = δᵢ",
  variant: "paper",
  parameters: { density: { ...densityRule, min: 0.001 } },
  normalize: false,
  draws: true,
  thin: dropByChance,
});

export const dareTiesPaper = deltaMethod({
  name: "dare_ties_paper",
  title: "DARE, with TIES's election (as in the paper: divide by density)",
  reference: `${reference}; arXiv 2306.01708`,
  formula: "δ̃ᵢ as in dare_linear_paper;  signs elected and averaged as in ties_paper;  θ = θ₀ + λ · their average",
  variant: "paper",
  parameters: { density: { ...densityRule, min: 0.001 } },
  normalize: true,
  draws: true,
  thin: dropByChance,
  join: electUnweighted,
});

function dropBySize({ values, own, shared, stream }: Delta): void {
  const density = numberOf(own, "density");
  if (density === 1) return;
  const whole = absoluteSum(values);
  dropAt(values, stream, () => density);
  if (shared["rescale"] === true) scaleTo(values, whole);
}

function dropByChance({ values, own, stream }: Delta): void {
  const density = numberOf(own, "density");
  if (density < 1) dropAt(values, stream, () => density);
  for (let i = 0; i < values.length; i++) values[i]! /= density;
}
