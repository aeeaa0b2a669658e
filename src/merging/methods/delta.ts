import { sum } from "../../vectors";
import { electByWeight, electUnweighted } from "../arithmetic/election";
import { streamOf } from "../arithmetic/seeded";
import { combination, difference } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import {
  type MergeMethod,
  type MergeParameters,
  numberOf,
  type Objection,
  type ParameterRule,
  type TensorPlace,
} from "./method";
import { cancelling, seedRule, weightRule, weightsOf, zeroSum } from "./weights";

type Values = Readonly<Record<string, number | boolean>>;

/** One expert's difference from the base while it is thinned out. */
export interface Delta {
  /** Changed in place. */
  readonly values: Float32Array;
  readonly own: Values;
  readonly shared: Values;
  readonly place: TensorPlace;
  /** Stream of random numbers of this expert and tensor. */
  readonly stream: number;
}

interface DeltaRule extends Pick<MergeMethod, "name" | "title" | "reference" | "formula" | "variant"> {
  /** Beside weight and lambda. */
  readonly parameters?: Readonly<Record<string, ParameterRule>>;
  readonly normalize: boolean;
  readonly draws?: boolean;
  /** Zeroes what is left out of a difference. Default keeps all. */
  readonly thin?: (delta: Delta) => void;
  /** How thinned differences become one, which may be written into the first of them; default is the weighted sum. */
  readonly join?: (deltas: readonly Float32Array[], weights: readonly number[], normalize: boolean) => Float32Array;
  readonly object?: (parameters: MergeParameters, place?: TensorPlace) => Objection | undefined;
}

/** Fraction of a difference that is kept. */
export const densityRule: ParameterRule = {
  kind: "number",
  level: "source",
  default: 1,
  min: 0,
  max: 1,
  meaning: "fraction of the difference that is kept",
};

/** Masks in eight bits are a matter of mergekit's memory; the values are the same. */
export const maskRule: ParameterRule = {
  kind: "boolean",
  level: "tensor",
  default: false,
  meaning: "mergekit's way of storing masks; no value depends on it",
};

export const rescaleRule = (value: boolean): ParameterRule => ({
  kind: "boolean",
  level: "tensor",
  default: value,
  meaning: "scale what is kept to the size that the whole had",
});

/** θ₀ + λ · join(thin(θᵢ − θ₀)): the form that task arithmetic, TIES, DARE, breadcrumbs and DELLA share. */
export function deltaMethod(rule: DeltaRule): MergeMethod {
  const lambdaOf = ({ tensor }: MergeParameters) => numberOf(tensor, "lambda");
  const normalizes = ({ tensor }: MergeParameters) => tensor["normalize"] === true;
  /** The base, and the experts whose weight is not zero. */
  const uses = (parameters: MergeParameters) => {
    if (lambdaOf(parameters) === 0) return parameters.sources.map((_, i) => i === 0);
    return weightsOf(parameters.sources).map((weight, i) => i === 0 || weight !== 0);
  };
  const experts = (parameters: MergeParameters) =>
    weightsOf(parameters.sources.slice(1)).filter((weight) => weight !== 0);
  /** The one expert as it is: nothing thinned, weight and lambda 1. */
  const isExpert = (parameters: MergeParameters) => {
    const [weight, ...others] = experts(parameters);
    return (
      !rule.thin &&
      !rule.join &&
      others.length === 0 &&
      lambdaOf(parameters) === 1 &&
      (weight === 1 || (normalizes(parameters) && weight !== undefined))
    );
  };
  /** What each difference is multiplied by; where an election leaves some out, what it would be if all agreed. */
  const factorsOf = (parameters: MergeParameters) => {
    const weights = weightsOf(parameters.sources.slice(1));
    const byNumber = rule.join === electUnweighted;
    const divisor = !normalizes(parameters) ? 1 : byNumber ? weights.length : sum(weights);
    return weights.map((weight) => (lambdaOf(parameters) * weight) / divisor);
  };
  return {
    ...rule,
    models: { min: 2, max: recipeLimits.sources },
    base: "required",
    adds: "stated",
    parameters: {
      weight: { ...weightRule, meaning: "factor of this model's difference from the base" },
      ...rule.parameters,
      normalize: {
        kind: "boolean",
        level: "tensor",
        default: rule.normalize,
        meaning: "divide by the sum of the weights",
      },
      lambda: {
        kind: "number",
        level: "tensor",
        default: 1,
        min: -recipeLimits.factor,
        max: recipeLimits.factor,
        meaning: "factor of the merged difference",
      },
      ...(rule.draws && { seed: seedRule }),
    },
    objectToParameters(parameters, place) {
      const objection = rule.object?.(parameters, place);
      const weights = experts(parameters);
      if (objection || !normalizes(parameters) || weights.length === 0) return objection;
      if (!rule.join) return zeroSum(weights);
      return rule.join === electByWeight ? cancelling(weights) : undefined;
    },
    uses: (parameters) => (isExpert(parameters) ? uses(parameters).map((used, i) => used && i > 0) : uses(parameters)),
    borrows: (parameters) => isExpert(parameters) || uses(parameters).filter(Boolean).length === 1,
    shares: (parameters) => deltaShares(factorsOf(parameters)),
    merge([base, ...tensors], parameters, place) {
      const { tensor, sources } = parameters;
      const lambda = lambdaOf(parameters);
      const factors = factorsOf(parameters);
      if (!rule.thin && !rule.join) return combination([base!, ...tensors], [1 - sum(factors), ...factors]);
      const deltas = tensors.map((expert) => difference(expert, base!));
      for (const [i, values] of deltas.entries()) {
        const stream = streamOf(numberOf(tensor, "seed") || 0, `${i}/${place.name}`);
        rule.thin?.({ values, own: sources[i + 1]!, shared: tensor, place, stream });
      }
      if (!rule.join) return combination([base!, ...deltas], [1, ...factors]);
      const merged = rule.join(deltas, weightsOf(sources.slice(1)), normalizes(parameters));
      for (let i = 0; i < merged.length; i++) merged[i] = base![i]! + lambda * merged[i]!;
      return merged;
    },
  };
}

/** For drawing: the factor of each expert's difference, and for the base what they leave of 1. */
export function deltaShares(factors: readonly number[]): readonly number[] {
  return [Math.min(1, Math.max(0, 1 - sum(factors))), ...factors];
}

/** The objection to a density that keeps nothing of so small a tensor, where the method would leave it out without a word. */
export function keepsNothing({ sources }: MergeParameters, place?: TensorPlace): Objection | undefined {
  if (!place) return undefined;
  const count = place.shape.reduce((product, size) => product * size, 1);
  for (const { density } of sources.slice(1)) {
    if (Math.floor(Number(density) * count) > 0) continue;
    return {
      what: `Density ${String(density)} of the ${count} values of ${place.name} keeps none.`,
      remedy: "Raise the density, give this tensor 1 by a filter, or give the model the weight 0.",
    };
  }
  return undefined;
}
