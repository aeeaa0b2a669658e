import { ascendingRanks } from "../arithmetic/ranks";
import { difference, matrixOf } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { layerTensorName, outerRole } from "../tensor-name";
import { deltaShares } from "./delta";
import { type MergeMethod, numberOf } from "./method";
import { sum } from "../../vectors";

/** What one model's difference is worth, column by column (or value by value in a vector). */
export type Worth = Float64Array;

/**
 * Splits each matrix into the lengths and the directions of its columns, ranks how much each model changed them, and adds the
 * differences by that. In an embedding [V, D] the vectors are the tokens' rows.
 */
export const widen: MergeMethod = {
  name: "widen",
  title: "WIDEN (by change of length and direction)",
  reference: "Yu et al. 2024, arXiv 2408.03092",
  formula:
    "mⱼ = |column j|, Dⱼ = column j / mⱼ;  Δm = |mⱼ − m⁰ⱼ|, Δd = 1 − cos(Dⱼ, D⁰ⱼ);  r = rank/n;  w = mean over m, d of softmax over models of r, s where r > t · mean r;  θ = θ₀ + Σ wᵢδᵢ",
  variant: "paper",
  models: { min: 2, max: recipeLimits.sources },
  base: "required",
  adds: "measured",
  parameters: {
    t: {
      kind: "number",
      level: "tensor",
      default: 1,
      min: 0,
      max: 1000,
      meaning: "a change above t times the mean rank counts fully",
    },
    s: { kind: "number", level: "tensor", default: 1, min: 0, max: 1000, meaning: "the weight of what counts fully" },
  },
  uses: ({ sources }) => sources.map(() => true),
  borrows: () => false,
  shares: ({ sources }) => deltaShares(sources.slice(1).map(() => 1 / (sources.length - 1))),
  merge([base, ...experts], { tensor }, { name, shape }) {
    const [t, s] = [numberOf(tensor, "t"), numberOf(tensor, "s")];
    const { rows, columns } = matrixOf(shape);
    const byRow = shape.length > 1 && !layerTensorName(name) && outerRole(name) === "embeddings";
    const worth =
      shape.length < 2 ? valueWorth(base!, experts, t, s) : lineWorth(base!, experts, rows, columns, byRow, t, s);
    const merged = new Float32Array(base!.length);
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, i++) {
        const line = byRow ? row : column;
        let sum = base![i]!;
        for (let j = 0; j < experts.length; j++) sum += worth[j]![line]! * (experts[j]![i]! - base![i]!);
        merged[i] = sum;
      }
    }
    return merged;
  },
};

/** One worth a column, or a row with `byRow`, for each model. */
export function lineWorth(
  base: Float32Array,
  experts: readonly Float32Array[],
  rows: number,
  columns: number,
  byRow: boolean,
  t: number,
  s: number,
): readonly Worth[] {
  const count = byRow ? rows : columns;
  const own = squaresOf(base, base);
  const ranks = experts.map((expert) => {
    const [squares, products] = [squaresOf(expert, expert), squaresOf(expert, base)];
    const lengths = new Float64Array(count);
    const turns = new Float64Array(count);
    for (let line = 0; line < count; line++) {
      const [length, before] = [Math.sqrt(squares[line]!), Math.sqrt(own[line]!)];
      lengths[line] = Math.abs(length - before);
      turns[line] = length * before === 0 ? 0 : 1 - products[line]! / (length * before);
    }
    return [ascendingRanks(lengths), ascendingRanks(turns)].map((order) =>
      Float64Array.from(order, (rank) => rank / count),
    );
  });
  const [byLength, byTurn] = [0, 1].map((part) =>
    scores(
      ranks.map((rank) => rank[part]!),
      t,
      s,
    ),
  );
  return experts.map((_, j) => byLength![j]!.map((score, line) => (score + byTurn![j]![line]!) / 2));

  function squaresOf(a: Float32Array, b: Float32Array): Float64Array {
    const sums = new Float64Array(count);
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, i++) sums[byRow ? row : column]! += a[i]! * b[i]!;
    }
    return sums;
  }
}

/** In a vector each value's change is scored as it is, without ranks. */
function valueWorth(base: Float32Array, experts: readonly Float32Array[], t: number, s: number): readonly Worth[] {
  return scores(
    experts.map((expert) => Float64Array.from(difference(expert, base), Math.abs)),
    t,
    s,
  );
}

/** Softmax over the models, and s where a model's own change is above t times its mean. */
function scores(changes: readonly Float64Array[], t: number, s: number): readonly Worth[] {
  const bars = changes.map((change) => (t * sum(change)) / change.length);
  const exponents = changes.map((change) => change.map(Math.exp));
  return changes.map((change, j) =>
    change.map((value, i) => {
      if (value > bars[j]!) return s;
      return exponents[j]![i]! / exponents.reduce((sum, exponent) => sum + exponent[i]!, 0);
    }),
  );
}
