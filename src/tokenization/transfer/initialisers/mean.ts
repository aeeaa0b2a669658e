import { meanOf } from "../rows";
import { type Initialiser, sourcePieces } from "../transfer";

/** The mean of the pieces into which the old tokenizer cuts the new token. */
export const mean: Initialiser = {
  name: "mean",
  title: "Mean of the old pieces",
  reference: "Gee et al. 2022 (FVT), arXiv 2402.09977; Yamaguchi et al. 2024, arXiv 2406.11477",
  formula: "row = (1/n) Σ old rows of the n pieces",
  needs: [],
  copies: "all",
  prepare(transfer) {
    const pieces = sourcePieces(transfer);
    return (id) => meanOf(pieces(id));
  },
};
