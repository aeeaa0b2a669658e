import { logitsFrom, logMixture } from "../distribution";
import { type Mixer, sharesOf } from "../mixer";

/** A fixed mean. Over sources in bytes it joins models of different vocabularies. */
export const average: Mixer = {
  id: "average",
  title: "Weighted mean (in bytes: of different vocabularies)",
  reference: "Phan et al. 2024, arXiv 2410.09303; Hinton 2002 for the geometric mean",
  formula: "arithmetic: p = Σ wᵢ pᵢ;  geometric: l = Σ wᵢ lᵢ;  Σ wᵢ = 1",
  roles: [{ id: "model", meaning: "a model" }],
  models: { min: 1, max: 8 },
  vocabulary: "same",
  parameters: {
    weight: {
      kind: "number",
      level: "model",
      default: 1,
      min: 0,
      max: 1000,
      meaning: "how much this model counts, in any unit",
    },
    mean: {
      kind: "choice",
      level: "shared",
      default: "arithmetic",
      options: ["arithmetic", "geometric"],
      meaning: "arithmetic keeps what any model finds likely, geometric what all do",
    },
  },
  mix(step) {
    const { logProbabilities, parameters } = step;
    const weights = sharesOf(step, "weight");
    if (parameters.shared["mean"] === "arithmetic") return { logits: logMixture(logProbabilities, weights), weights };
    const logits = logitsFrom(logProbabilities[0]!.length, (token) =>
      weights.reduce((sum, weight, i) => (weight > 0 ? sum + weight * logProbabilities[i]![token]! : sum), 0),
    );
    return { logits, weights };
  },
};
