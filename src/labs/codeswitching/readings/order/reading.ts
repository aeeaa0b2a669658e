import type { Reading } from "../reading";

export const order: Reading = {
  id: "order",
  name: "Units in other orders",
  rule: "Phrases and words in an order drawn by chance and from the last to the first, and what a model pays for the last unit behind the first and for the first behind the last.",
  reference:
    "Guo et al. 2024, Semantic-aware Permutation Training (arXiv 2403.00758); Golovneva et al. 2024, reverse training (arXiv 2403.13799); Berglund et al. 2023 for the curse (arXiv 2309.12288)",
  asksModels: true,
  async *run(sentences, document, tools) {
    const { runOrder } = await import("./run");
    yield* runOrder(sentences, document, tools);
  },
};
