import { centredPcaMethod } from "./centred-pca";
import type { DirectionMethod, DirectionMethodId } from "./direction";
import { meanDifferenceMethod } from "./mean-difference";
import { pairPcaMethod } from "./pair-pca";
import { randomMethod } from "./random";

/** Every direction method in the order in which panels list them; the first is the default. */
export const directionMethods: Readonly<Record<DirectionMethodId, DirectionMethod>> = {
  "mean-difference": meanDifferenceMethod,
  "pair-pca": pairPcaMethod,
  "centred-pca": centredPcaMethod,
  random: randomMethod,
};
