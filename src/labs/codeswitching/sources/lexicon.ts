import { lazily } from "../../../ui/lazily";
import type { Source } from "./source";

export const lexicon: Source = {
  id: "lexicon",
  name: "Lexicon",
  rule: "Words of one sentence are replaced by a dictionary’s, by part of speech and share, towards one language or several; the embedded lexicon inflects them.",
  reference: "Qin et al. 2020, CoSDA-ML (arXiv 2006.06402); Conneau et al. 2018, MUSE",
  Controls: lazily(async () => ({ default: (await import("../LexiconControls")).LexiconControls })),
  async *run(document) {
    const { runLexicon } = await import("./runs/lexicon");
    yield* runLexicon(document);
  },
};
