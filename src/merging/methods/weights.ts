import { recipeLimits } from "../limits";
import { type MergeParameters, numberOf, type Objection, type ParameterRule } from "./method";
import { sum } from "../../vectors";

/** `weight`, as most methods have it. */
export const weightRule: ParameterRule = {
  kind: "number",
  level: "source",
  min: -recipeLimits.factor,
  max: recipeLimits.factor,
  meaning: "share of this model",
};

/** `seed` of the methods that draw. */
export const seedRule: ParameterRule = {
  kind: "number",
  level: "tensor",
  default: 0,
  min: 0,
  max: 2 ** 31 - 1,
  meaning: "of the draws; mergekit takes it from its command line",
};

export function weightsOf(sources: MergeParameters["sources"]): readonly number[] {
  return sources.map((source) => numberOf(source, "weight"));
}

const changeWeights = "Change a weight, or set normalize: false to take the plain weighted sum.";

/** The objection to weights that sum to zero where the sum divides. */
export function zeroSum(weights: readonly number[]): Objection | undefined {
  const largest = Math.max(...weights.map(Math.abs));
  if (Math.abs(sum(weights)) > 1e-9 * largest) return undefined;
  return {
    what: `The weights ${weights.join(", ")} sum to zero, and the average would divide by that sum.`,
    remedy: changeWeights,
  };
}

/**
 * The objection to weights of which some together cancel: where a sign is elected, an entry divides by the sum of those that agree.
 * Sums under a thousandth of the largest weight are refused, as they would write that entry a thousandfold.
 */
export function cancelling(weights: readonly number[]): Objection | undefined {
  const least = 1e-3 * Math.max(...weights.map(Math.abs));
  for (let chosen = 1; chosen < 2 ** weights.length; chosen += 1) {
    const some = weights.filter((_, i) => Math.floor(chosen / 2 ** i) % 2 === 1);
    if (Math.abs(sum(some)) >= least) continue;
    return {
      what: `The weights ${some.join(", ")} cancel, and entries at which just these models agree would be divided by their sum.`,
      remedy: changeWeights,
    };
  }
  return undefined;
}
