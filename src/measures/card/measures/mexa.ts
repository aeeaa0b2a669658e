import { mexaWins } from "../../alignment/mexa";
import { embeddingNeeds, facetsByLayer } from "../by-layer";
import type { CardMeasure } from "../card-measure";
import type { CardItems } from "../items";

const sentences = ({ parallel }: CardItems) => ({ set: "parallel sentences", texts: parallel });

export const mexa: CardMeasure = {
  id: "mexa",
  name: "MEXA",
  family: "alignment",
  unit: "share",
  better: "higher",
  digits: 2,
  formula: "share of i with cos(en_i, x_i) > every other entry of row i and of column i; ties fail",
  convention:
    "A sentence is the mean of its tokens' residual states weighted 1, 2, .., n (the facets “last token”: its last state alone); tokens that the template adds are left out. The main number is the mean over layers; the paper also takes the best layer.",
  source: "Kargaran et al. 2024, MEXA (arXiv 2410.05873)",
  chance: "about 1 in 2n - 1 for n sentences",
  needs: (items) => embeddingNeeds(items, sentences(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, sentences(items), materials, "weighted", mexaWins),
    ...facetsByLayer(items, sentences(items), materials, "last", mexaWins, "last token"),
  ],
};
