import { matchedLessMismatched } from "../../alignment/language-ranker";
import { embeddingNeeds, facetsByLayer, parallelTexts } from "../by-layer";
import type { CardMeasure } from "../card-measure";

export const languageRanker: CardMeasure = {
  id: "language-ranker",
  name: "Language Ranker",
  family: "alignment",
  unit: "cosine",
  better: "higher",
  digits: 3,
  formula: "mean of cos(en_i, x_i) less the mean of cos(en_i, x_j) over j other than i",
  convention:
    "Last-token residual states of parallel sentences, mean over layers. The paper's own number, the matched cosine alone, is the facet “matched”: it is near 1 for any two texts of a model whose states lie in a narrow cone, so the mismatched cosine is taken off.",
  source: "Li et al. 2024, Language Ranker (arXiv 2404.11553)",
  chance: "0",
  needs: (items) => embeddingNeeds(items, parallelTexts(items)),
  facets: (items, materials) => [
    ...facetsByLayer(items, parallelTexts(items), materials, "last", matchedLessMismatched),
    ...facetsByLayer(
      items,
      parallelTexts(items),
      materials,
      "last",
      (rows) => rows.map((row, i) => row[i]!),
      "matched",
      { formula: "mean of cos(en_i, x_i)" },
    ),
  ],
};
