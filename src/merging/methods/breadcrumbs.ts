import { electByWeight } from "../arithmetic/election";
import { keepRanks } from "../arithmetic/ranks";
import { densityRule, type Delta, deltaMethod, keepsNothing, maskRule } from "./delta";
import { numberOf, type ParameterRule } from "./method";

const reference = "Davari and Belilovsky 2024, arXiv 2312.06795; counts as in mergekit (arXiv 2403.13257)";

const gamma: ParameterRule = {
  kind: "number",
  level: "source",
  default: 0.01,
  min: 0,
  max: 1,
  meaning: "fraction of the largest entries that is dropped",
};

/**
 * Leaves out the outliers and the small entries. Where the tensor is so small that gamma drops none, the largest are kept;
 * mergekit's slice [n:-0] keeps nothing there.
 */
export const breadcrumbs = deltaMethod({
  name: "breadcrumbs",
  title: "Breadcrumbs (drop the largest and the smallest)",
  reference,
  formula: "keep ranks γN to γN + density · N of |δᵢ|, largest first;  θ = θ₀ + λ Σ wᵢδ̃ᵢ",
  variant: "mergekit",
  parameters: { density: densityRule, gamma, int8_mask: maskRule },
  normalize: false,
  thin: keepMiddle,
  object: keepsNothing,
});

export const breadcrumbsTies = deltaMethod({
  name: "breadcrumbs_ties",
  title: "Breadcrumbs, with TIES's election",
  reference,
  formula: "δ̃ᵢ as in breadcrumbs;  signs elected as in ties;  θ = θ₀ + λ Σ of the wᵢδ̃ᵢ that agree",
  variant: "mergekit",
  parameters: { density: densityRule, gamma, int8_mask: maskRule },
  normalize: false,
  thin: keepMiddle,
  join: electByWeight,
  object: keepsNothing,
});

function keepMiddle({ values, own }: Delta): void {
  const density = numberOf(own, "density");
  if (density >= 1) return;
  const kept = Math.floor(density * values.length);
  const largest = Math.min(Math.floor(numberOf(own, "gamma") * values.length), values.length - kept);
  keepRanks(values, largest, largest + kept);
}
