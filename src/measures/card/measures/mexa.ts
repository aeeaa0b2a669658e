import { mexaWins } from "../../alignment/mexa";
import { embeddingNeeds, facetsByLayer, parallelTexts } from "../by-layer";
import type { CardMeasure } from "../card-measure";

export const mexa: CardMeasure = {
  id: "mexa",
  name: "MEXA",
  family: "alignment",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "share of i with cos(en_i, x_i) > every other entry of row i and of column i; ties fail",
  convention:
    "A sentence is the mean of its tokens' residual states weighted 1, 2, .., n (the facets “last token”: its last state alone); tokens that the template adds are left out. The main number is the mean over layers; the paper also takes the best layer, a facet here.",
  source: "Kargaran et al. 2024, MEXA (arXiv 2410.05873)",
  chance: "about 1 in 2n - 1 for n sentences",
  needs: (items) => embeddingNeeds(items, parallelTexts(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, parallelTexts(items), materials, "weighted", mexaWins),
    ...facetsByLayer(items, parallelTexts(items), materials, "last", mexaWins, "last token"),
  ],
};
