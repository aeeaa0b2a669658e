import { recipeLimits } from "../limits";
import { type MergeMethod, type MergeParameters, numberOf } from "./method";

/** Weighted average: one share a model, or a plain weighted sum with `normalize: false`. */
export const linear: MergeMethod = {
  name: "linear",
  title: "Linear (weighted average)",
  reference: "Model soups: Wortsman et al. 2022, arXiv 2203.05482",
  formula: "θ = Σ wᵢ θᵢ / Σ wᵢ   (normalize: false leaves the division out)",
  models: { min: 1, max: recipeLimits.sources },
  needsBase: false,
  parameters: {
    weight: {
      kind: "number",
      level: "source",
      min: -recipeLimits.factor,
      max: recipeLimits.factor,
      meaning: "share of this model",
    },
    normalize: { kind: "boolean", level: "tensor", default: true, meaning: "divide by the sum of the weights" },
  },
  objectToParameters(parameters) {
    const weights = weightsOf(parameters);
    const largest = Math.max(...weights.map(Math.abs));
    if (!normalizes(parameters) || Math.abs(sumOf(weights)) > 1e-9 * largest) return undefined;
    return {
      what: `The weights ${weights.join(", ")} sum to zero, and the average would divide by that sum.`,
      remedy: "Change a weight, or set normalize: false to take the plain weighted sum.",
    };
  },
  objectToTensors: () => undefined,
  uses(parameters) {
    const weights = weightsOf(parameters);
    return weights.every((weight) => weight === 0) ? weights.map(() => true) : weights.map((weight) => weight !== 0);
  },
  borrows(parameters) {
    const used = weightsOf(parameters).filter((weight) => weight !== 0);
    return used.length === 1 && (normalizes(parameters) || used[0] === 1);
  },
  shares(parameters) {
    const weights = weightsOf(parameters);
    const total = normalizes(parameters) ? sumOf(weights) : 1;
    return weights.map((weight) => weight / total);
  },
  merge(tensors, parameters) {
    const shares = linear.shares(parameters);
    const merged = new Float32Array(tensors[0]?.length ?? 0);
    for (let i = 0; i < merged.length; i++) {
      let sum = 0;
      for (let model = 0; model < tensors.length; model++) sum += shares[model]! * tensors[model]![i]!;
      merged[i] = sum;
    }
    return merged;
  },
};

function weightsOf(parameters: MergeParameters): readonly number[] {
  return parameters.sources.map((source) => numberOf(source, "weight"));
}

function normalizes(parameters: MergeParameters): boolean {
  return parameters.tensor["normalize"] !== false;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
