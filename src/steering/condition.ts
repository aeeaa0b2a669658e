import { cosine } from "./vectors";
import type { LayerAnalysis } from "./layers";

/** Whether a condition is met by a whole prompt, and by how much. */
export interface Decision {
  /** After which the prompt is read. */
  readonly layer: number;
  /** Cosine of the prompt's mean activation with the condition's direction. */
  readonly similarity: number;
  /** It is met above this. */
  readonly threshold: number;
  readonly met: boolean;
}

/**
 * Conditional activation steering (Lee et al. 2024, 2409.05907) decides once a prompt: the similarity of its mean activation [D]
 * with the condition against a threshold, here half way between those of the two means that the condition was made from. The paper
 * takes cos(h, tanh(P h)), P the projection onto the direction, which cannot tell a direction from its opposite; here it is cos(h, c).
 */
export function decide(h: Float32Array, { layer, direction, means }: LayerAnalysis): Decision {
  const similarity = cosine(h, direction);
  const threshold = (cosine(means.negative, direction) + cosine(means.positive, direction)) / 2;
  return { layer, similarity, threshold, met: similarity > threshold };
}
