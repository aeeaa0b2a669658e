import { logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** Goes further in the direction in which a condition (a prompt, a language) changes the distribution. */
export const classifierFree: Mixer = {
  id: "classifier-free",
  title: "Classifier-free guidance",
  reference: "Ho and Salimans 2022, arXiv 2207.12598; for text Sanchez et al. 2023, arXiv 2306.17806",
  formula: "l = (1 + w) l_conditional − w l_unconditional",
  roles: [
    { id: "conditional", meaning: "the model with the condition" },
    { id: "unconditional", meaning: "the model without it, or with another one" },
  ],
  models: { min: 2, max: 2 },
  vocabulary: "same",
  parameters: {
    weight: { kind: "number", level: "shared", default: 1, min: -1, max: 20, meaning: "how far beyond the condition" },
  },
  mix({ logProbabilities: [conditional, unconditional], parameters: { shared } }) {
    const weight = numberOf(shared, "weight");
    return {
      logits: logitsFrom(
        conditional!.length,
        (token) => (1 + weight) * conditional![token]! - weight * unconditional![token]!,
      ),
    };
  },
};
