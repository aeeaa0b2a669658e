import { greatest, logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";
import { mean } from "../../vectors";

/** Subtracts an assistant that knows what is to be forgotten. Its log-probabilities are centred: one that knows nothing changes nothing. */
export const logitDifference: Mixer = {
  id: "logit-difference",
  title: "Logit-difference forgetting",
  reference: "Ji et al. 2024 (ULD), arXiv 2406.08607",
  formula: "l = l_target + w (l_assistant − mean l_assistant), the second term only where p_target ≥ τ max p_target",
  roles: [
    { id: "target", meaning: "the model that is to forget" },
    { id: "assistant", meaning: "a model that remembers what is to be forgotten" },
  ],
  models: { min: 2, max: 2 },
  vocabulary: "same",
  parameters: {
    weight: {
      kind: "number",
      level: "shared",
      default: -1,
      min: -10,
      max: 10,
      meaning: "of the assistant; negative forgets",
    },
    relativeTop: {
      kind: "number",
      level: "shared",
      default: 0.1,
      min: 0,
      max: 1,
      meaning:
        "the assistant speaks only where the target's probability is at least this share of its best; 0 everywhere",
    },
  },
  mix({ logProbabilities: [target, assistant], parameters: { shared } }) {
    const weight = numberOf(shared, "weight");
    const least = target![greatest(target!)]! + Math.log(numberOf(shared, "relativeTop"));
    const usual = mean(assistant!);
    return {
      logits: logitsFrom(target!.length, (token) => {
        const own = target![token]!;
        return own < least ? own : own + weight * (assistant![token]! - usual);
      }),
    };
  },
};
