import type { Recipe } from "./recipe";

/**
 * A line from a fine-tune back to its base: θ = (1 − λ) θ_tuned + λ θ₀. What was forgotten comes back before what was learnt is
 * gone, if at all. As SnakModel (2024) and Elhady et al. (2025, arXiv 2506.00288) look at it; WiSE-FT (arXiv 2109.01903) for images.
 */
interface Interpolation {
  readonly tuned: string;
  readonly base: string;
  /** 0 is the fine-tune, 1 the base; between 0 and 1 both are averaged, outside the line goes on. */
  readonly lambda: number;
}

/** Formula, reference and bounds in one line. */
export const interpolationText =
  "θ = (1 − λ) θ_tuned + λ θ₀, λ from 0 (the fine-tune) to 1 (the base) — Elhady et al. 2025, arXiv 2506.00288; Zhang et al. 2024 (SnakModel). Search over λ to see what comes back and what goes.";

/** As a weighted average, which mergekit does too; both ends are the checkpoint itself, borrowed. */
export function recipeOfInterpolation({ tuned, base, lambda }: Interpolation): Recipe {
  const weights = [Math.round((1 - lambda) * 1e6) / 1e6, lambda];
  return {
    merge_method: "linear",
    slices: [{ sources: [tuned, base].map((model, i) => ({ model, parameters: { weight: weights[i]! } })) }],
  };
}

/** The interpolation with `base` that a recipe amounts to; undefined where it is another one. */
export function interpolationOf(recipe: Recipe, base: string): Interpolation | undefined {
  const [tuned, other] = recipe.slices[0]?.sources ?? [];
  const lambda = other?.parameters?.["weight"];
  if (tuned === undefined || other?.model !== base || typeof lambda !== "number") return undefined;
  const found: Interpolation = { tuned: tuned.model, base, lambda };
  return JSON.stringify(recipeOfInterpolation(found)) === JSON.stringify(recipe) ? found : undefined;
}
