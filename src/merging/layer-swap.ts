/**
 * How many layers of a stack are taken from the other model at its two ends, and how many beside them are averaged.
 * Layer swapping: Bandarkar et al. 2025, arXiv 2410.01335, where B is the language expert and b = 5, u = 2, tb = tu = 1
 * of 32 layers.
 */
export interface LayerSwap {
  /** b: layers 0 to b-1 are B's. */
  readonly bottom: number;
  /** u: the last u layers are B's. */
  readonly top: number;
  /** tb: averaged layers above the bottom ones. */
  readonly bottomTransition: number;
  /** tu: averaged layers below the top ones. */
  readonly topTransition: number;
}

/**
 * B's share in each of `layers` layers: 1 at both ends, `blend` in the transition zones, 0 between. Where zones meet in a
 * short stack the ends win over the transitions.
 */
export function layerSwapShares(layers: number, swap: LayerSwap, blend = 0.5): readonly number[] {
  const { bottom, top, bottomTransition, topTransition } = swap;
  return Array.from({ length: layers }, (_, layer) => {
    const fromTop = layers - 1 - layer;
    if (layer < bottom || fromTop < top) return 1;
    if (layer < bottom + bottomTransition || fromTop < top + topTransition) return blend;
    return 0;
  });
}
