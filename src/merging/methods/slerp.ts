import { arcFactors, colinear } from "../arithmetic/angles";
import { combination, cosineOf } from "../arithmetic/vectors";
import { type MergeMethod, type MergeParameters, numberOf, type Objection } from "./method";

/**
 * Spherical interpolation of two tensors taken as one long vector each. A zero tensor has no direction: then, as for
 * nearly parallel tensors, the chord is taken.
 */
export const slerp: MergeMethod = {
  name: "slerp",
  title: "SLERP (along the arc)",
  reference: "Shoemake 1985; per tensor, unnormalised, as in mergekit (Goddard et al. 2024, arXiv 2403.13257)",
  formula: "θ = sin((1−t)Ω)/sin Ω · θ₀ + sin(tΩ)/sin Ω · θ₁,  Ω = ∠(θ₀, θ₁);  (1−t)θ₀ + tθ₁ where cos Ω > 0.9995",
  variant: "mergekit",
  models: { min: 2, max: 2 },
  base: "required",
  parameters: {
    t: { kind: "number", level: "tensor", min: 0, max: 1, meaning: "0 is the base model, 1 the other" },
  },
  objectToTensors(tensors, parameters) {
    const cosine = cosineOf(tensors[0]!, tensors[1]!);
    return isEnd(parameters) ? undefined : opposite(cosine);
  },
  uses(parameters) {
    const t = numberOf(parameters.tensor, "t");
    return [t !== 1, t !== 0];
  },
  borrows: isEnd,
  shares(parameters) {
    const t = numberOf(parameters.tensor, "t");
    return [1 - t, t];
  },
  merge(tensors, parameters) {
    const cosine = cosineOf(tensors[0]!, tensors[1]!);
    return combination(tensors, arcFactors(cosine, numberOf(parameters.tensor, "t"), colinear));
  },
};

function isEnd(parameters: MergeParameters): boolean {
  const t = numberOf(parameters.tensor, "t");
  return t === 0 || t === 1;
}

/** The objection to tensors between which no arc is shortest. */
export function opposite(cosine: number): Objection | undefined {
  if (!(cosine < -colinear)) return undefined;
  return {
    what: `The two tensors point in opposite directions (cosine ${cosine.toFixed(5)}), so no arc between them is shortest and the middle is zero.`,
    remedy: "Take an end point for this tensor by a filter, or use linear.",
  };
}
