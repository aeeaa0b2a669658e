import { logitsFrom } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/** Prefers, among the most probable tokens, those after which the text is at the level wanted. */
export const difficultyControl: Mixer = {
  id: "difficulty",
  title: "Difficulty control (FUDGE)",
  reference: "Yang and Klein 2021, arXiv 2104.05218; Tyen et al. 2022",
  formula: "l = ln p(x | past) + λ ln P(level | past, x), over the k most probable",
  roles: [{ id: "model", meaning: "the model" }],
  models: { min: 1, max: 1 },
  vocabulary: "single",
  needs: "difficulty",
  parameters: {
    lambda: { kind: "number", level: "shared", default: 1, min: 0, max: 100, meaning: "how much the level counts" },
    topK: { kind: "number", level: "shared", default: 40, min: 1, max: 1000, meaning: "how many tokens are looked at" },
  },
  mix({ logProbabilities: [own], parameters: { shared }, materials: { difficulty }, promptIds, past }) {
    const lambda = numberOf(shared, "lambda");
    const before = [...promptIds, ...past.map(({ id }) => id)];
    const best = Array.from(own!.keys())
      .sort((a, b) => own![b]! - own![a]! || a - b)
      .slice(0, Math.round(numberOf(shared, "topK")));
    const logits = logitsFrom(own!.length, () => Number.NEGATIVE_INFINITY);
    for (const token of best) {
      logits[token] =
        own![token]! + (lambda === 0 ? 0 : lambda * Math.log(difficulty!.probability([...before, token])));
    }
    return { logits };
  },
};
