import { logitsFrom } from "../distribution";
import type { Mixer } from "../mixer";

/** Tokens that a filter refuses are excluded; what they were worth is the mass removed. */
export const vocabularyFilter: Mixer = {
  id: "vocabulary-filter",
  title: "Vocabulary and script filters",
  reference: "Roush et al. 2022, arXiv 2306.15926",
  formula: "p ∝ p_model · [the filter allows the token after the text so far]",
  roles: [{ id: "model", meaning: "the model" }],
  models: { min: 1, max: 1 },
  vocabulary: "single",
  needs: "filter",
  parameters: {},
  mix({ logits: [own], materials: { filter }, promptIds, past }) {
    const mask = filter!.mask([...promptIds, ...past.map(({ id }) => id)]);
    return { logits: logitsFrom(own!.length, (token) => (mask[token] ? own![token]! : Number.NEGATIVE_INFINITY)) };
  },
};
