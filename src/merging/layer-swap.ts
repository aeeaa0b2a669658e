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

/**
 * The layer swap that shares amount to: B's runs at both ends and the blended runs beside them. Undefined when the shares
 * hold anything else. A stack that is all B's counts as bottom, one blended run that reaches both ends as bottom transition.
 */
export function layerSwapOf(shares: readonly number[]): LayerSwap | undefined {
  const blends = new Set(shares.filter((share) => share > 0 && share < 1));
  if (blends.size > 1) return undefined;
  const bottom = runLength(shares, 0, 1, isWhole);
  const bottomTransition = runLength(shares, bottom, 1, isBlend);
  const top = runLength(shares, shares.length - 1, -1, isWhole);
  const topTransition = runLength(shares, shares.length - 1 - top, -1, isBlend);
  const swap =
    bottom + bottomTransition >= shares.length
      ? { bottom, top: 0, bottomTransition, topTransition: 0 }
      : bottom + bottomTransition + top >= shares.length
        ? { bottom, top, bottomTransition, topTransition: 0 }
        : { bottom, top, bottomTransition, topTransition };
  const again = layerSwapShares(shares.length, swap, [...blends][0]);
  return again.every((share, layer) => share === shares[layer]) ? swap : undefined;
}

function isWhole(share: number): boolean {
  return share === 1;
}

function isBlend(share: number): boolean {
  return share > 0 && share < 1;
}

function runLength(
  shares: readonly number[],
  start: number,
  step: 1 | -1,
  belongs: (share: number) => boolean,
): number {
  let length = 0;
  for (let layer = start; layer >= 0 && layer < shares.length && belongs(shares[layer]!); layer += step) length++;
  return length;
}
