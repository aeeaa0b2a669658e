import { dot } from "../../vectors";
import { type Mixer, numberOf } from "../mixer";
import { sigmoid } from "./deferral";

/** One model writes, and calls the other where a gate opens that has learnt when calling pays. */
export const learnedDeferral: Mixer = {
  id: "learned-deferral",
  title: "Learned deferral (Co-LLM)",
  reference:
    "Shen et al. 2024 (Co-LLM), arXiv 2403.03870; here only the gate is trained, and both models stay as they are",
  formula:
    "s = σ(w · h + b), h the base’s last state as its logits hold it; loss = −ln((1 − s) p_base + s p_assistant); p = p_assistant if s > threshold, else p_base",
  roles: [
    { id: "base", meaning: "the model that writes" },
    { id: "assistant", meaning: "the model that is called" },
  ],
  models: { min: 2, max: 2 },
  vocabulary: "same",
  needs: "gate",
  parameters: {
    cut: {
      kind: "choice",
      level: "shared",
      default: "chosen",
      options: ["chosen", "given"],
      meaning:
        "Chosen: the threshold that costs least on sentences from which the gate has not learnt. Given: the one below.",
    },
    threshold: {
      kind: "number",
      level: "shared",
      default: 0.5,
      min: -1,
      max: 1,
      meaning: "read where it is given; 1 and above: the base alone; below 0: the assistant alone",
    },
  },
  mix({ logits, parameters: { shared }, materials: { gate } }) {
    const { weights, bias, threshold } = gate!;
    const open = sigmoid(dot(weights, logits[0]!) + bias);
    const writer = open > (shared["cut"] === "given" ? numberOf(shared, "threshold") : threshold) ? 1 : 0;
    return { logits: logits[writer]!, writer, weights: [1 - open, open] };
  },
};
