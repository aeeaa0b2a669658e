import type { Reading } from "../reading";

export const surprisal: Reading = {
  id: "surprisal",
  name: "Surprisal at the switches",
  rule: "How many bits a model pays for words right after a switch and elsewhere, and for the same words in their own language’s sentence.",
  reference: "Pratapa et al. 2018 (P18-1143) for perplexity of switched text; Shannon 1951 for bits",
  asksModels: true,
  async *run(sentences, document, tools) {
    const { runSurprisal } = await import("./run");
    yield* runSurprisal(sentences, document, tools);
  },
};
