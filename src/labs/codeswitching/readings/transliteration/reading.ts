import { lazy } from "react";
import type { Reading } from "../reading";

export const transliteration: Reading = {
  id: "transliteration",
  name: "Letters of one language",
  rule: "Only the words of one language are put into other letters: what that costs a model beside none, all, and the other words translated.",
  reference: "Micallef et al. 2024, Maltese as code-switching (2024.findings-eacl.76)",
  asksModels: true,
  Controls: lazy(async () => ({ default: (await import("./Controls")).TransliterationControls })),
  async *run(sentences, document, tools) {
    const { runTransliteration } = await import("./run");
    yield* runTransliteration(sentences, document, tools);
  },
};
