import { centredPcaMethod } from "./centred-pca";
import type { DirectionMethod, DirectionMethodId } from "./direction";
import { ldaMethod } from "./lda";
import { logisticProbeMethod } from "./logistic-probe";
import { meanCentredMethod } from "./mean-centred";
import { meanDifferenceMethod } from "./mean-difference";
import { pairPcaMethod } from "./pair-pca";
import { randomMethod } from "./random";

/** Every direction method in the order in which panels list them; the first is the default. */
export const directionMethods: Readonly<Record<DirectionMethodId, DirectionMethod>> = {
  "mean-difference": meanDifferenceMethod,
  "mean-centred": meanCentredMethod,
  "pair-pca": pairPcaMethod,
  "centred-pca": centredPcaMethod,
  lda: ldaMethod,
  "logistic-probe": logisticProbeMethod,
  random: randomMethod,
};
