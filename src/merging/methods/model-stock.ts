import { dot } from "../../vectors";
import { combination, difference, matrixOf } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { deltaShares } from "./delta";
import type { MergeMethod } from "./method";

/** Between the base and the average of its fine-tunes, the nearer to the average the smaller the angle between them. */
export const modelStock: MergeMethod = {
  name: "model_stock",
  title: "Model Stock (average, drawn to the base by the angle)",
  reference: "Jang et al. 2024, arXiv 2403.19522; whole tensors, or rows with filter_wise, as in mergekit",
  formula: "θ = t · mean θᵢ + (1−t)θ₀,  t = n c / (1 + (n−1)c),  c = mean cosine of the δᵢ",
  variant: "mergekit",
  models: { min: 3, max: recipeLimits.sources },
  base: "required",
  adds: "measured",
  parameters: {
    filter_wise: { kind: "boolean", level: "tensor", default: false, meaning: "an angle for each row" },
  },
  uses: ({ sources }) => sources.map(() => true),
  borrows: () => false,
  shares: ({ sources }) => deltaShares(sources.slice(1).map(() => 1 / (sources.length - 1))),
  merge(tensors, { tensor }, { shape }) {
    const [base, ...experts] = tensors;
    const deltas = experts.map((expert) => difference(expert, base!));
    const { rows, columns } = tensor["filter_wise"] === true ? matrixOf(shape) : { rows: 1, columns: base!.length };
    const merged = new Float32Array(base!.length);
    for (let row = 0; row < rows; row++) {
      const cut = (values: Float32Array) => values.subarray(row * columns, (row + 1) * columns);
      const share = stockShare(deltas.map(cut)) / experts.length;
      merged.set(combination([cut(base!), ...deltas.map(cut)], [1, ...experts.map(() => share)]), row * columns);
    }
    return merged;
  },
};

/** t, how much of the average is taken: 1 for parallel differences, 0 for orthogonal ones. */
function stockShare(deltas: readonly Float32Array[]): number {
  const norms = deltas.map((delta) => Math.sqrt(dot(delta, delta)));
  let [sum, pairs] = [0, 0];
  for (let i = 0; i < deltas.length; i++) {
    for (let j = i + 1; j < deltas.length; j++, pairs++) {
      const length = norms[i]! * norms[j]!;
      if (length > 0) sum += dot(deltas[i]!, deltas[j]!) / length;
    }
  }
  const cosine = sum / pairs;
  const divisor = 1 + (deltas.length - 1) * cosine;
  // Differences that add up to nothing leave the base.
  return divisor < 1e-9 ? 0 : (deltas.length * cosine) / divisor;
}
