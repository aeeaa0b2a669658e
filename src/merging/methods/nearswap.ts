import { type MergeMethod, numberOf } from "./method";

/** Where the two are near, the other model's value; far from it, the base's, moved by at most t. */
export const nearswap: MergeMethod = {
  name: "nearswap",
  title: "NearSwap (take over what is near)",
  reference: "Gryphe 2023, as in mergekit (arXiv 2403.13257)",
  formula: "θ = (1−w)θ₀ + wθ₁,  w = min(1, t/|θ₀−θ₁|)",
  variant: "mergekit",
  models: { min: 2, max: 2 },
  base: "required",
  parameters: {
    t: {
      kind: "number",
      level: "tensor",
      min: 0,
      max: 1000,
      meaning: "the distance up to which a value is taken over",
    },
  },
  uses: ({ tensor }) => [true, tensor["t"] !== 0],
  borrows: ({ tensor }) => tensor["t"] === 0,
  shares: () => [0.5, 0.5],
  merge([base, other], { tensor }) {
    const t = numberOf(tensor, "t");
    const merged = new Float32Array(base!.length);
    for (let i = 0; i < merged.length; i++) {
      const step = other![i]! - base![i]!;
      merged[i] = Math.abs(step) <= t ? other![i]! : base![i]! + Math.sign(step) * t;
    }
    return merged;
  },
};
