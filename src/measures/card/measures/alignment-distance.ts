import { sharesBelow } from "../../alignment/distances";
import { embeddingNeeds, facetsByLayer, parallelTexts } from "../by-layer";
import type { CardMeasure } from "../card-measure";

export const alignmentDistance: CardMeasure = {
  id: "alignment-distance",
  name: "Alignment distance",
  family: "alignment",
  unit: "AUC",
  better: "higher",
  digits: 3,
  formula: "P(cos of a translation pair > cos of a mismatched pair), ties half: the area under the ROC curve",
  convention:
    "Mean-pooled residual states; mean over layers. 1: the two sets of distances are apart; 0.5: they are one.",
  source: "Efimov et al. 2023 (arXiv 2204.06457); Mann and Whitney 1947",
  chance: "0.5",
  needs: (items) => embeddingNeeds(items, parallelTexts(items)),
  facets: (items, materials) => facetsByLayer(items, parallelTexts(items), materials, "mean", sharesBelow),
};
