import { entropyOf } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** One model writes, and calls the other for the tokens it is unsure of. */
export const deferral: Mixer = {
  id: "deferral",
  title: "Collaborative decoding, token by token",
  reference: "Shen et al. 2024 (Co-LLM), arXiv 2403.03870; the gate on entropy is of this lab",
  formula: "s = σ(a (H_base − c));  p = p_assistant if s > threshold, else p_base",
  roles: [
    { id: "base", meaning: "the model that writes" },
    { id: "assistant", meaning: "the model that is called" },
  ],
  models: { min: 2, max: 2 },
  vocabulary: "same",
  parameters: {
    slope: {
      kind: "number",
      level: "shared",
      default: 4,
      min: -100,
      max: 100,
      meaning: "a: how sharply the gate opens",
    },
    centre: {
      kind: "number",
      level: "shared",
      default: 2,
      min: 0,
      max: 20,
      meaning: "c: the entropy in nats where s is a half",
    },
    threshold: {
      kind: "number",
      level: "shared",
      default: 0.5,
      min: -1,
      max: 1,
      meaning: "1 and above: the base alone; below 0: the assistant alone",
    },
  },
  mix({ logits, logProbabilities, parameters: { shared } }) {
    const gate = sigmoid(numberOf(shared, "slope") * (entropyOf(logProbabilities[0]!) - numberOf(shared, "centre")));
    const writer = gate > numberOf(shared, "threshold") ? 1 : 0;
    return { logits: logits[writer]!, writer, weights: [1 - gate, gate] };
  },
};

/**
 * The marginal likelihood of a token and its gradient by the gate's logit d, s = σ(d): loss = −ln((1 − s) p_base + s p_assistant),
 * dLoss/dd = s − r with r the posterior probability that the assistant wrote it.
 */
export function deferralLoss(
  base: number,
  assistant: number,
  d: number,
): { readonly mixture: number; readonly responsibility: number; readonly loss: number; readonly gradient: number } {
  const gate = sigmoid(d);
  const mixture = (1 - gate) * base + gate * assistant;
  const responsibility = (gate * assistant) / mixture;
  return { mixture, responsibility, loss: -Math.log(mixture), gradient: gate - responsibility };
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
