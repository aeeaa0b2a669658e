import { streamOf, uniformAt } from "../arithmetic/seeded";
import { compose, rankForEnergy, type Svd, svd } from "../arithmetic/svd";
import { difference, matrixOf } from "../arithmetic/vectors";
import { type MergeMethod, type MergeParameters, numberOf, type ParameterRule, type TensorPlace } from "./method";
import { seedRule } from "./weights";
import { sum } from "../../vectors";

/** The leading directions of a difference, as many as hold the share beta of its energy. */
export const truncatedSvd = lowRank({
  name: "truncated_svd",
  title: "Truncated SVD (leading directions)",
  reference: "Eckart and Young 1936",
  formula: "θ = θ₀ + Σ_{k ≤ r} σₖuₖvₖᵀ,  r smallest with Σ_{k ≤ r} σₖ² ≥ β Σ σₖ²",
  variant: "lab",
  parameter: "beta",
  parameters: {
    beta: {
      kind: "number",
      level: "tensor",
      default: 0.95,
      min: 0,
      max: 1,
      meaning: "share of the difference's energy that is kept",
    },
  },
  thin: (parts, { rows, columns }, { tensor }) =>
    compose(parts, rankForEnergy(parts.sigma, numberOf(tensor, "beta")), rows, columns),
});

const density: ParameterRule = {
  kind: "number",
  level: "tensor",
  default: 0.25,
  min: 0,
  max: 1,
  meaning: "mean probability of an entry of the singular vectors to be kept",
};

/** Entries of the singular vectors dropped by chance, those of large singular values less often. */
export const impart = lowRank({
  name: "impart",
  title: "ImPart-like (drop by importance of the direction)",
  reference: "ImPart: Importance-Aware Delta-Sparsification; the keep-probability c·σₖ is this lab's",
  formula:
    "θ = θ₀ + δ̃,  δ̃ = Σ σₖ ũₖṽₖᵀ,  ũₖ = m uₖ/pₖ, ṽₖ = m vₖ/pₖ,  m ~ Bernoulli(pₖ), pₖ = min(1, cσₖ), mean pₖ = density;  E δ̃ = δ",
  variant: "lab",
  parameter: "density",
  parameters: { density, seed: seedRule },
  thin(parts, { rows, columns }, { tensor }, { name }) {
    const chances = keepChances(parts.sigma, numberOf(tensor, "density"));
    const stream = streamOf(numberOf(tensor, "seed"), name);
    const thinned = (vectors: Float64Array, length: number, side: number) =>
      vectors.map((value, i) => {
        const chance = chances[Math.floor(i / length)]!;
        return chance > 0 && uniformAt(stream + side, i) < chance ? value / chance : 0;
      });
    const { sigma, left, right } = parts;
    return compose(
      { sigma, left: thinned(left, rows, 0), right: thinned(right, columns, 1) },
      sigma.length,
      rows,
      columns,
    );
  },
});

/** min(1, cσₖ) with c such that their mean is `density`; directions of no weight are dropped. */
export function keepChances(sigma: Float64Array, density: number): Float64Array {
  const wanted = Math.min(density * sigma.length, sigma.filter((value) => value > 0).length);
  let certain = 0;
  let rest = sum(sigma);
  // σ descends: as many leading ones are certain as the scale of the others would bring above 1.
  while (certain < sigma.length && wanted > certain && sigma[certain]! * (wanted - certain) >= rest)
    rest -= sigma[certain++]!;
  return sigma.map((value, k) =>
    k < certain ? 1 : rest > 0 ? Math.min(1, (value * Math.max(0, wanted - certain)) / rest) : 0,
  );
}

interface LowRankRule extends Pick<MergeMethod, "name" | "title" | "reference" | "formula" | "variant" | "parameters"> {
  /** The parameter of which 0 is the base and 1 the fine-tune. */
  readonly parameter: "beta" | "density";
  readonly thin: (
    parts: Svd,
    size: { readonly rows: number; readonly columns: number },
    parameters: MergeParameters,
    place: TensorPlace,
  ) => Float32Array;
}

/** Vectors, and matrices too large to be decomposed, are the fine-tune's. */
function lowRank({ thin, parameter, ...rule }: LowRankRule): MergeMethod {
  const amount = ({ tensor }: MergeParameters) => numberOf(tensor, parameter);
  return {
    ...rule,
    models: { min: 2, max: 2 },
    base: "required",
    uses: (parameters) => [amount(parameters) !== 1, amount(parameters) !== 0],
    borrows: (parameters) => amount(parameters) === 0 || amount(parameters) === 1,
    shares: (parameters) => [1 - amount(parameters), amount(parameters)],
    merge([base, tuned], parameters, place) {
      if (!isMatrix(place)) return tuned!.slice();
      const size = matrixOf(place.shape);
      const delta = thin(svd(difference(tuned!, base!), size.rows, size.columns), size, parameters, place);
      for (let i = 0; i < delta.length; i++) delta[i]! += base![i]!;
      return delta;
    },
  };
}

/** The longest shorter side of a matrix that is decomposed. */
const largestSide = 2048;

export function isMatrix({ shape }: Pick<TensorPlace, "shape">): boolean {
  const { rows, columns } = matrixOf(shape);
  return shape.length === 2 && Math.min(rows, columns) > 1 && Math.min(rows, columns) <= largestSide;
}
