import { lazily } from "../../../ui/lazily";
import type { Source } from "./source";

export const corpus: Source = {
  id: "corpus",
  name: "Corpus of many pairs",
  rule: "Sentences from a list of pairs with links, each as near to the request as its pair allows; what misses it is left out, with the reason. With several requests every pair meets them all. No crossing links: there are no trees.",
  reference: "Rizvi et al. 2021, GCM; Pratapa et al. 2018 (P18-1143); for the checks UniGen 2024 (arXiv 2406.18966)",
  Controls: lazily(async () => ({ default: (await import("../CorpusControls")).CorpusControls })),
  async *run(document, tools) {
    const { runCorpus } = await import("./runs/corpus");
    yield* runCorpus(document, tools);
  },
};
