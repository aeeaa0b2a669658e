import { greatest, logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** Goes further in the direction in which an expert differs from its base, and away from what negative examples make likely. */
export const expertGuidance: Mixer = {
  id: "expert-guidance",
  title: "Expert guidance and negative prompts (STEER)",
  reference: "O'Neill et al. 2023, arXiv 2308.07645; plausibility as in Li et al. 2023, arXiv 2210.15097",
  formula: "l = l_expert + γ (l_expert − l_base) − η (l_negative − l_expert), where p_expert ≥ α max p_expert",
  roles: [
    { id: "expert", meaning: "the tuned model" },
    { id: "base", meaning: "the model it was tuned from" },
    { id: "negative", meaning: "the expert, with what is not wanted before the prompt" },
  ],
  models: { min: 2, max: 3 },
  vocabulary: "same",
  parameters: {
    gamma: { kind: "number", level: "shared", default: 1, min: 0, max: 20, meaning: "how far away from the base" },
    eta: { kind: "number", level: "shared", default: 0.5, min: 0, max: 20, meaning: "how far away from the negatives" },
    alpha: {
      kind: "number",
      level: "shared",
      default: 0,
      min: 0,
      max: 1,
      meaning: "drop tokens that the expert finds less probable than α times its best; 0 keeps all",
    },
  },
  mix({ logProbabilities: [expert, base, negative], parameters: { shared } }) {
    const [gamma, eta, alpha] = [numberOf(shared, "gamma"), numberOf(shared, "eta"), numberOf(shared, "alpha")];
    const least = expert![greatest(expert!)]! + Math.log(alpha);
    return {
      logits: logitsFrom(expert!.length, (token) => {
        const own = expert![token]!;
        if (own < least) return Number.NEGATIVE_INFINITY;
        return own + gamma * (own - base![token]!) - (negative ? eta * (negative[token]! - own) : 0);
      }),
    };
  },
};
