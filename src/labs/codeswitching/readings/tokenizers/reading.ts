import { lazy } from "react";
import type { Reading } from "../reading";

export const tokenizers: Reading = {
  id: "tokenizers",
  name: "Cut by tokenizers",
  rule: "Tokens a word of the mix beside those of the unmixed sentences, in each tokenizer; Hindi in Devanagari and in Latin letters.",
  reference: "Rust et al. 2021, fertility (2021.acl-long.243)",
  asksModels: false,
  Controls: lazy(async () => ({ default: (await import("./Controls")).TokenizersControls })),
  async *run(sentences, document, tools) {
    const { runTokenizers } = await import("./run");
    yield* runTokenizers(sentences, document, tools);
  },
};
