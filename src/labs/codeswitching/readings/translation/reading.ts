import { lazy } from "react";
import type { Reading } from "../reading";

export const translation: Reading = {
  id: "translation",
  name: "Translated back",
  rule: "Models translate each mix into one of its languages; chrF and BLEU against the unmixed sentence, by the share of words that are switched.",
  reference:
    "Kaji and Shah 2023, Contextual Code Switching for Machine Translation using Language Models (arXiv 2312.13179); Popovic 2015, chrF",
  asksModels: true,
  Controls: lazy(async () => ({ default: (await import("./Controls")).TranslationControls })),
  async *run(sentences, document, tools) {
    const { runTranslation } = await import("./run");
    yield* runTranslation(sentences, document, tools);
  },
};
