import type { Reading } from "../reading";

export const variants: Reading = {
  id: "variants",
  name: "Four ways",
  rule: "Each sentence as it is, in Latin letters, translated and mixed: how alike a model holds them, layer by layer, and how many tokens a word each takes. The pairs go out as JSONL.",
  reference: "Khanuja et al. 2021, MuRIL (arXiv 2103.10730)",
  asksModels: true,
  async *run(sentences, document, tools) {
    const { runVariants } = await import("./run");
    yield* runVariants(sentences, document, tools);
  },
};
