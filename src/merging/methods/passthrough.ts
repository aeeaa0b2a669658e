import { combination } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { type MergeMethod, type MergeParameters, numberOf } from "./method";

/** One model's tensor as it is, or scaled. Slices of it skip, repeat, stack or mirror layers (a "frankenmerge"). */
export const passthrough: MergeMethod = {
  name: "passthrough",
  title: "Passthrough (one model a slice)",
  reference: "mergekit (Goddard et al. 2024, arXiv 2403.13257)",
  formula: "θ = scale · θ₁",
  variant: "mergekit",
  models: { min: 1, max: 1 },
  base: "none",
  parameters: {
    scale: {
      kind: "number",
      level: "source",
      default: 1,
      min: -recipeLimits.factor,
      max: recipeLimits.factor,
      meaning: "factor of the tensor",
    },
  },
  uses: () => [true],
  borrows: (parameters) => scaleOf(parameters) === 1,
  shares: (parameters) => [scaleOf(parameters)],
  merge: (tensors, parameters) => combination(tensors, [scaleOf(parameters)]),
};

function scaleOf(parameters: MergeParameters): number {
  return numberOf(parameters.sources[0], "scale");
}
