import { margins, retrieved } from "../../alignment/retrieval";
import { transposed } from "../../alignment/similarity";
import { embeddingNeeds, facetsByLayer, meanOverLayers, parallelTexts } from "../by-layer";
import type { CardMeasure } from "../card-measure";

export const retrieval: CardMeasure = {
  id: "retrieval",
  name: "Sentence retrieval",
  family: "alignment",
  unit: "share",
  better: "higher",
  digits: 2,
  formula:
    "margin(x, y) = cos(x, y) / mean of the mean cosines of x and of y to their 4 nearest; right if x_i's own translation is first",
  convention:
    "From English; the facets “back” go from the language to English. Mean-pooled residual states, mean over layers.",
  source: "Artetxe and Schwenk 2019 (arXiv 1811.01136)",
  chance: "1 in n for n sentences",
  needs: (items) => embeddingNeeds(items, parallelTexts(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, parallelTexts(items), materials, "mean", (rows) => retrieved(margins(rows))),
    ...meanOverLayers(
      items,
      parallelTexts(items),
      materials,
      "mean",
      (rows) => retrieved(transposed(margins(rows))),
      "back",
    ),
  ],
};
