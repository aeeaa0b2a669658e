import { csls } from "../../alignment/lexicon-induction";
import { rankOf } from "../../alignment/retrieval";
import type { Similarities } from "../../alignment/similarity";
import { embeddingNeeds, facetsByLayer, meanOverLayers } from "../by-layer";
import type { CardMeasure } from "../card-measure";
import type { CardItems } from "../items";

const words = (items: CardItems) => ({ set: "words", texts: items.words });
const ranks = (similarities: Similarities) => csls(similarities).map(rankOf);

const score = "CSLS(x, y) = 2 cos(x, y) - r(x) - r(y), r the mean cosine to the 10 nearest";

export const lexiconInduction: CardMeasure = {
  id: "lexicon-induction",
  name: "Lexicon induction",
  family: "alignment",
  unit: "P@1",
  better: "higher",
  digits: 2,
  formula: `${score}; right if the translation is first`,
  convention:
    "From English. A word stands alone; its vector is the mean of its tokens' residual states; mean over layers. Facets: P@5, and MRR, the mean of 1 / rank. No map is fitted between the languages.",
  source: "Conneau et al. 2018 (arXiv 1710.04087)",
  chance: "1 in n for n words",
  needs: (items) => embeddingNeeds(items, words(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, words(items), materials, "mean", (rows) => ranks(rows).map((rank) => rank === 1)),
    ...meanOverLayers(items, words(items), materials, "mean", (rows) => ranks(rows).map((rank) => rank <= 5), "P@5", {
      unit: "P@5",
      chance: "5 in n for n words, 1 for up to five",
      formula: `${score}; right if the translation is among the first five`,
    }),
    ...meanOverLayers(items, words(items), materials, "mean", (rows) => ranks(rows).map((rank) => 1 / rank), "MRR", {
      unit: "MRR",
      chance: "(1 + 1/2 + … + 1/n) / n for n words",
      formula: `${score}; mean of 1 / place of the translation`,
    }),
  ],
};
