import { dot, sum } from "../../vectors";
import { combination, cosineOf } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { type MergeMethod, numberOf } from "./method";
import { opposite } from "./slerp";

/**
 * The point on the sphere with the least squared angles to all tensors, at their mean length. Everything lies in the span of the
 * tensors, so the iteration runs on their inner products: one pass over the weights before it, one after.
 */
export const karcher: MergeMethod = {
  name: "karcher",
  title: "Karcher mean (middle on the sphere)",
  reference: "Karcher 1977; per tensor with equal weights, as in mergekit (arXiv 2403.13257)",
  formula: "u ← exp_u(1/n Σ log_u(θᵢ/|θᵢ|)) until still;  θ = u · 1/n Σ |θᵢ|",
  variant: "mergekit",
  models: { min: 2, max: recipeLimits.sources },
  base: "none",
  parameters: {
    max_iter: { kind: "number", level: "tensor", default: 10, min: 1, max: 1000, meaning: "steps at most" },
    tol: {
      kind: "number",
      level: "tensor",
      default: 1e-5,
      min: 0,
      max: 1,
      meaning: "length of a step that counts as none",
    },
  },
  objectToTensors: (tensors) => (tensors.length === 2 ? opposite(cosineOf(tensors[0]!, tensors[1]!)) : undefined),
  uses: ({ sources }) => sources.map(() => true),
  borrows: () => false,
  shares: ({ sources }) => sources.map(() => 1 / sources.length),
  merge(tensors, { tensor }) {
    const lengths = tensors.map((values) => Math.sqrt(dot(values, values)));
    const units = tensors.filter((_, i) => lengths[i]! > 0);
    if (units.length === 0) return new Float32Array(tensors[0]!.length);
    const norms = lengths.filter((length) => length > 0);
    const gram = units.map((a, i) => units.map((b, j) => (i === j ? 1 : dot(a, b) / (norms[i]! * norms[j]!))));
    const mean = sphereMean(gram, numberOf(tensor, "max_iter"), numberOf(tensor, "tol"));
    const length = sum(lengths) / tensors.length;
    return combination(
      units,
      mean.map((factor, i) => (length * factor) / norms[i]!),
    );
  },
};

/** Coordinates of the mean of unit vectors, given by their inner products, as a combination of them. */
function sphereMean(gram: readonly (readonly number[])[], steps: number, tolerance: number): readonly number[] {
  const share = 1 / gram.length;
  const even = gram.map(() => share);
  const begin = lengthOf(even);
  let mean = begin < tolerance ? gram.map((_, i) => (i === 0 ? 1 : 0)) : even.map((value) => value / begin);
  for (let step = 0; step < steps; step++) {
    const tangent = gram.map(() => 0);
    for (const [i, row] of gram.entries()) {
      const cosine = Math.max(
        -1,
        Math.min(
          1,
          row.reduce((sum, value, j) => sum + value * mean[j]!, 0),
        ),
      );
      const angle = Math.acos(cosine);
      if (angle < tolerance) continue;
      const factor = (share * angle) / Math.sin(angle);
      tangent[i]! += factor;
      for (const [j, value] of mean.entries()) tangent[j]! -= factor * cosine * value;
    }
    const size = lengthOf(tangent);
    if (size < tolerance) break;
    const next = mean.map((value, i) => Math.cos(size) * value + (Math.sin(size) / size) * tangent[i]!);
    const norm = lengthOf(next);
    mean = next.map((value) => value / norm);
  }
  return mean;

  function lengthOf(coordinates: readonly number[]): number {
    let squared = 0;
    for (const [i, row] of gram.entries()) {
      for (const [j, value] of row.entries()) squared += coordinates[i]! * coordinates[j]! * value;
    }
    return Math.sqrt(Math.max(0, squared));
  }
}
