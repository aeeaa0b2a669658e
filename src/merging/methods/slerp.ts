import { type MergeMethod, type MergeParameters, numberOf } from "./method";

/** Nearer to one line than this, the arc is replaced by its chord, as mergekit does. */
const colinear = 0.9995;

/**
 * Spherical interpolation of two tensors taken as one long vector each. A zero tensor has no direction: then, as for
 * nearly parallel tensors, the chord is taken.
 */
export const slerp: MergeMethod = {
  name: "slerp",
  title: "SLERP (along the arc)",
  reference: "Shoemake 1985; per tensor, unnormalised, as in mergekit (Goddard et al. 2024, arXiv 2403.13257)",
  formula: "θ = sin((1−t)Ω)/sin Ω · θ₀ + sin(tΩ)/sin Ω · θ₁,  Ω = ∠(θ₀, θ₁);  (1−t)θ₀ + tθ₁ where cos Ω > 0.9995",
  models: { min: 2, max: 2 },
  needsBase: true,
  parameters: {
    t: { kind: "number", level: "tensor", min: 0, max: 1, meaning: "0 is the base model, 1 the other" },
  },
  objectToParameters: () => undefined,
  objectToTensors(tensors, parameters) {
    const cosine = cosineOf(tensors[0]!, tensors[1]!);
    if (!(cosine < -colinear) || isEnd(parameters)) return undefined;
    return {
      what: `The two tensors point in opposite directions (cosine ${cosine.toFixed(5)}), so no arc between them is shortest and the middle is zero.`,
      remedy: "Take t = 0 or t = 1 for this tensor by a filter, or use linear.",
    };
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
    const [from, to] = [tensors[0]!, tensors[1]!];
    const [a, b] = coefficients(cosineOf(from, to), numberOf(parameters.tensor, "t"));
    const merged = new Float32Array(from.length);
    for (let i = 0; i < merged.length; i++) merged[i] = a * from[i]! + b * to[i]!;
    return merged;
  },
};

function isEnd(parameters: MergeParameters): boolean {
  const t = numberOf(parameters.tensor, "t");
  return t === 0 || t === 1;
}

/** The factors of the two end points at t. `cosine` is NaN where a tensor is zero. */
function coefficients(cosine: number, t: number): readonly [number, number] {
  if (Number.isNaN(cosine) || Math.abs(cosine) > colinear) return [1 - t, t];
  const angle = Math.acos(cosine);
  return [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
}

function cosineOf(from: Float32Array, to: Float32Array): number {
  let [dot, fromSquared, toSquared] = [0, 0, 0];
  for (let i = 0; i < from.length; i++) {
    const [x, y] = [from[i]!, to[i]!];
    dot += x * y;
    fromSquared += x * x;
    toSquared += y * y;
  }
  return dot / Math.sqrt(fromSquared * toSquared);
}
