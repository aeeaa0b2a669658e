import { margins, retrieved } from "../../alignment/retrieval";
import { transposed } from "../../alignment/similarity";
import { embeddingNeeds, facetsByLayer } from "../by-layer";
import type { CardMeasure } from "../card-measure";
import type { CardItems } from "../items";

const sentences = ({ parallel }: CardItems) => ({ set: "parallel sentences", texts: parallel });

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
  needs: (items) => embeddingNeeds(items, sentences(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, sentences(items), materials, "mean", (rows) => retrieved(margins(rows))),
    ...facetsByLayer(
      items,
      sentences(items),
      materials,
      "mean",
      (rows) => retrieved(transposed(margins(rows))),
      "back",
    ),
  ],
};
