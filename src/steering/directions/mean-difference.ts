import { mean, subtract } from "../vectors";
import { checkContrast, orient, type Contrast, type DirectionMethod } from "./direction";

/** Mean of the positive minus mean of the negative activations, [D]; its length is the class distance of the layer. */
export function meanDifference({ positive, negative }: Contrast): Float32Array {
  return subtract(mean(positive), mean(negative));
}

export const meanDifferenceMethod: DirectionMethod = {
  id: "mean-difference",
  name: "Difference of means",
  summary: "From the mean of one set to the mean of the other. Strongest of the simple methods on languages.",
  source: "DiffMean: Marks and Tegmark 2023 (2310.06824); for languages CLaS-Bench 2026 (2601.08331)",
  paired: false,
  direction(contrast) {
    const checked = checkContrast(contrast, false);
    return checked.ok ? orient(meanDifference(checked.value), checked.value) : checked;
  },
};
