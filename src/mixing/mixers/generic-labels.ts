import { logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** Lowers what a model reinforced on a text finds more likely than before. Only suppression: no weight is changed. */
export const genericLabels: Mixer = {
  id: "generic-labels",
  title: "Generic-label forgetting",
  reference: "Eldan and Russinovich 2023, arXiv 2310.02238",
  formula: "v = v_baseline − α ReLU(v_reinforced − v_baseline)",
  roles: [
    { id: "baseline", meaning: "the model" },
    { id: "reinforced", meaning: "the model with the text to forget in its context, or tuned on it" },
  ],
  models: { min: 2, max: 2 },
  vocabulary: "same",
  parameters: {
    alpha: { kind: "number", level: "shared", default: 1, min: 0, max: 20, meaning: "how much is taken off" },
  },
  mix({ logits: [baseline, reinforced], parameters: { shared } }) {
    const alpha = numberOf(shared, "alpha");
    return {
      logits: logitsFrom(
        baseline!.length,
        (token) => baseline![token]! - alpha * Math.max(0, reinforced![token]! - baseline![token]!),
      ),
    };
  },
};
