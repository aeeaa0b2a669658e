import { meanDifference } from "./directions/mean-difference";
import type { Contrast } from "./directions/direction";
import { mean, norm, scale } from "./vectors";

/**
 * The scale of a layer. Strength is counted in class distances: at strength 1 the residual stream moves as far as the
 * means of the two sets lie apart, whatever the layer. Absolute strengths mean nothing across layers: class distances
 * grow a hundredfold from the first to the last layer of an 8 B model (measured on the vectors of CLaS-Bench, 2601.08331).
 */
export interface LayerScale {
  /** |mean(positive) - mean(negative)|, in units of the activation. */
  readonly classDistance: number;
  /** Length of the mean activation of the negative (source) set. */
  readonly residualNorm: number;
}

export function layerScale(contrast: Contrast): LayerScale {
  return { classDistance: norm(meanDifference(contrast)), residualNorm: norm(mean(contrast.negative)) };
}

/** The vector [D] that a strength stands for: a unit direction, so many class distances long. */
export function vectorOfStrength(
  direction: Float32Array,
  { classDistance }: LayerScale,
  strength: number,
): Float32Array {
  return scale(direction, strength * classDistance);
}

/** The same push as a share of the residual stream's length at that layer; 0.1 is a tenth of it. */
export function residualShare({ classDistance, residualNorm }: LayerScale, strength: number): number {
  return residualNorm === 0 ? 0 : (Math.abs(strength) * classDistance) / residualNorm;
}
