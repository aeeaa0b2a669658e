import { logMixture, softmax } from "../distribution";
import { type Mixer, sharesOf } from "../mixer";

/** Each model counts as much as it is likely to have written the text so far, with the part of the prompt that all read. */
export const posteriorMixture: Mixer = {
  id: "posterior-mixture",
  title: "Mixture weighted by posterior",
  reference: "Gururangan et al. 2022 (DEMix), arXiv 2108.05036",
  formula: "p = Σ_d P(d | past) p_d,  P(d | past) ∝ p_d(past) P(d)",
  roles: [{ id: "expert", meaning: "an expert" }],
  models: { min: 1, max: 8 },
  vocabulary: "same",
  weighsPrompt: true,
  parameters: {
    prior: {
      kind: "number",
      level: "model",
      default: 1,
      min: 0,
      max: 1000,
      meaning: "how likely before any text, in any unit",
    },
  },
  mix(step) {
    const weights = softmax(
      sharesOf(step, "prior").map((prior, model) =>
        step.past.reduce(
          (sum, { logProbabilities }) => sum + logProbabilities[model]!,
          Math.log(prior) + (step.promptLikelihoods[model] ?? 0),
        ),
      ),
    );
    return { logits: logMixture(step.logProbabilities, weights), weights };
  },
};
