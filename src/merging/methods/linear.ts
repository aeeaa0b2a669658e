import { sum } from "../../vectors";
import { combination } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import type { MergeMethod } from "./method";
import { weightRule, weightsOf, zeroSum } from "./weights";

/** Weighted average: one share a model, or a plain weighted sum with `normalize: false`. */
export const linear: MergeMethod = {
  name: "linear",
  title: "Linear (weighted average)",
  reference: "Model soups: Wortsman et al. 2022, arXiv 2203.05482",
  formula: "θ = Σ wᵢ θᵢ / Σ wᵢ   (normalize: false leaves the division out)",
  variant: "mergekit",
  models: { min: 1, max: recipeLimits.sources },
  base: "none",
  parameters: {
    weight: weightRule,
    normalize: { kind: "boolean", level: "tensor", default: true, meaning: "divide by the sum of the weights" },
  },
  objectToParameters({ tensor, sources }) {
    return tensor["normalize"] === false ? undefined : zeroSum(weightsOf(sources));
  },
  uses({ sources }) {
    const weights = weightsOf(sources);
    return weights.every((weight) => weight === 0) ? weights.map(() => true) : weights.map((weight) => weight !== 0);
  },
  borrows({ tensor, sources }) {
    const used = weightsOf(sources).filter((weight) => weight !== 0);
    return used.length === 1 && (tensor["normalize"] !== false || used[0] === 1);
  },
  shares({ tensor, sources }) {
    const weights = weightsOf(sources);
    const total = tensor["normalize"] === false ? 1 : sum(weights);
    return weights.map((weight) => weight / total);
  },
  merge(tensors, parameters) {
    return combination(tensors, linear.shares(parameters));
  },
};
