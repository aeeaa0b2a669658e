import { logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** What tuning changed in a small model, added to a large one. A second pair adds a second change. */
export const emulatedFineTuning: Mixer = {
  id: "emulated-fine-tuning",
  title: "Emulated fine-tuning",
  reference: "Mitchell et al. 2023, arXiv 2310.12962",
  formula: "l = l_large + β (l_tuned − l_small) + β₂ (l_tuned₂ − l_small₂)",
  roles: [
    { id: "large", meaning: "the model that is changed" },
    { id: "tuned", meaning: "a small model after tuning" },
    { id: "small", meaning: "the same small model before tuning" },
    { id: "tuned-2", meaning: "a second model after tuning" },
    { id: "small-2", meaning: "that second model before tuning" },
  ],
  models: { min: 3, max: 5, by: 2 },
  vocabulary: "same",
  parameters: {
    beta: {
      kind: "number",
      level: "shared",
      default: 1,
      min: -10,
      max: 10,
      meaning: "how much of the change is added",
    },
    beta2: { kind: "number", level: "shared", default: 1, min: -10, max: 10, meaning: "the same for the second pair" },
  },
  mix({ logProbabilities: [large, tuned, small, tuned2, small2], parameters: { shared } }) {
    const [beta, beta2] = [numberOf(shared, "beta"), numberOf(shared, "beta2")];
    const second = (token: number) => (tuned2 && small2 ? beta2 * (tuned2[token]! - small2[token]!) : 0);
    return {
      logits: logitsFrom(
        large!.length,
        (token) => large![token]! + beta * (tuned![token]! - small![token]!) + second(token),
      ),
    };
  },
};
