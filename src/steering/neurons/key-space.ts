import { mean } from "../vectors";

/** An axis-parallel box in a layer's key space [F]. */
export interface KeyCube {
  readonly centre: Float32Array;
  readonly halfWidths: Float32Array;
}

/**
 * Key Space Detection (Li et al. 2025, 2503.21730): the box of mean plus and minus k standard deviations around keys, the inputs of a
 * layer's down projection at the last tokens of texts, with the smallest k that covers all of them, times `factor`. N >= 1.
 */
export function keyCube(keys: readonly Float32Array[], factor = 1): KeyCube {
  const centre = mean(keys);
  const deviations = centre.map((value, f) =>
    Math.sqrt(keys.reduce((sum, key) => sum + (key[f]! - value) ** 2, 0) / keys.length),
  );
  let k = 0;
  for (const key of keys) {
    for (const [f, deviation] of deviations.entries()) {
      if (deviation > 0) k = Math.max(k, Math.abs(key[f]! - centre[f]!) / deviation);
    }
  }
  return { centre, halfWidths: deviations.map((deviation) => factor * k * deviation) };
}

/** Whether a key lies in the box: then the model would abstain. */
export function isInside({ centre, halfWidths }: KeyCube, key: Float32Array): boolean {
  // A key on the border is inside, whatever rounding did to the width.
  return key.every((value, f) => Math.abs(value - centre[f]!) <= halfWidths[f]! * (1 + 1e-5) + 1e-6);
}
