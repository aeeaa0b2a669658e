import { ofFrequencies, ratio, type TextMetric, tokensOf, typesOf } from "./metric";

/** How much of a vocabulary a text touches. */
export const vocabularyUse: TextMetric = {
  kind: "text",
  id: "vocabulary-use",
  name: "Vocabulary use",
  formula: "|{ids that occur}| / |V|",
  convention: "|V| counts all rows of the vocabulary, special tokens included.",
  source: "Meister et al., TokEval (tokenizer-analysis-suite)",
  unit: "share of the vocabulary",
  better: "none",
  digits: 5,
  ...ofFrequencies((frequencies, { vocabularySize }) => ratio(typesOf(frequencies), vocabularySize)),
};

/** Different ids over tokens. */
export const typeTokenRatio: TextMetric = {
  kind: "text",
  id: "type-token-ratio",
  name: "Type-token ratio",
  formula: "|{ids that occur}| / Σ tokens",
  convention: "Falls with the length of a text: compare texts of one length.",
  source: "Meister et al., TokEval (tokenizer-analysis-suite)",
  unit: "types per token",
  better: "none",
  digits: 3,
  ...ofFrequencies((frequencies) => ratio(typesOf(frequencies), tokensOf(frequencies))),
};
