import { entropyOf, logMixture, softmax } from "../distribution";
import { type Mixer, numberOf } from "../mixer";
import { sum } from "../../vectors";

/** Each model counts by how well it did on the last tokens, or by how sure it is of the next. */
export const weightedFusion: Mixer = {
  id: "weighted-fusion",
  title: "Experts weighted step by step",
  reference:
    "After Kong et al. 2025, “Enabling Flexible Multi-LLM Integration”; the weights, untrained, are of this lab",
  formula: "p = Σ wᵢ pᵢ,  w = softmax(score / T), those below the threshold dropped;  score = mean recent lᵢ, or −Hᵢ",
  roles: [{ id: "expert", meaning: "an expert" }],
  models: { min: 1, max: 8 },
  vocabulary: "same",
  parameters: {
    score: {
      kind: "choice",
      level: "shared",
      default: "recent",
      options: ["recent", "certainty"],
      meaning: "likelihood of the last tokens, or low entropy now",
    },
    window: { kind: "number", level: "shared", default: 8, min: 1, max: 1000, meaning: "how many last tokens count" },
    temperature: {
      kind: "number",
      level: "shared",
      default: 0.5,
      min: 1e-6,
      max: 1e6,
      meaning: "large: all alike; small: only the best",
    },
    threshold: { kind: "number", level: "shared", default: 0, min: 0, max: 1, meaning: "drop experts of less weight" },
  },
  mix({ logProbabilities, parameters: { shared }, past }) {
    const temperature = numberOf(shared, "temperature");
    const recent = past.slice(-Math.round(numberOf(shared, "window")));
    const scores = logProbabilities.map((own, model) => {
      if (shared["score"] === "certainty") return -entropyOf(own);
      return recent.reduce((sum, token) => sum + token.logProbabilities[model]!, 0) / Math.max(1, recent.length);
    });
    const all = softmax(scores.map((score) => score / temperature));
    // The best is kept even where all are below the threshold.
    const least = Math.min(numberOf(shared, "threshold"), Math.max(...all));
    const kept = all.map((weight) => (weight < least ? 0 : weight));
    const total = sum(kept);
    const weights = kept.map((weight) => weight / total);
    return { logits: logMixture(logProbabilities, weights), weights };
  },
};
