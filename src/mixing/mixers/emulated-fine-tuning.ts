import { logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** What tuning changed in a model, added to another: in the paper that of a small one to a large one. A second pair adds a second change. */
export const emulatedFineTuning: Mixer = {
  id: "emulated-fine-tuning",
  title: "Emulated fine-tuning",
  reference: "Mitchell et al. 2023, arXiv 2310.12962",
  formula: "l = l_changed + β (l_tuned − l_untuned) + β₂ (l_tuned₂ − l_untuned₂)",
  roles: [
    { id: "changed", meaning: "the model that is changed" },
    { id: "tuned", meaning: "another model after tuning" },
    { id: "untuned", meaning: "that other model before tuning" },
    { id: "tuned-2", meaning: "a third model after tuning" },
    { id: "untuned-2", meaning: "that third model before tuning" },
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
  mix({ logProbabilities: [changed, tuned, untuned, tuned2, untuned2], parameters: { shared } }) {
    const [beta, beta2] = [numberOf(shared, "beta"), numberOf(shared, "beta2")];
    const second = (token: number) => (tuned2 && untuned2 ? beta2 * (tuned2[token]! - untuned2[token]!) : 0);
    return {
      logits: logitsFrom(
        changed!.length,
        (token) => changed![token]! + beta * (tuned![token]! - untuned![token]!) + second(token),
      ),
    };
  },
};
