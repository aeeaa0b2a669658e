import type { Measure } from "./measure";

/** One item judged under the old and the new model. */
export interface JudgedTwice {
  readonly before: boolean;
  readonly after: boolean;
}

/** Share of items that were right before and are wrong after: equal accuracies can hide it. */
export const negativeFlips: Measure<JudgedTwice> = {
  id: "negative-flips",
  name: "Negative flips",
  unit: "share",
  better: "lower",
  source: "Echterhoff et al. 2024 (MUSCLE, 2407.09435)",
  parts: ({ before, after }) => [before && !after ? 1 : 0, 1],
};
