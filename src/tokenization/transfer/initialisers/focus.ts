import { mixture } from "../rows";
import type { Initialiser, TokenVectors } from "../transfer";
import { neighboursAmong, sparsemaxShares } from "./neighbours";

/** Shared tokens that are like the new one, by vectors of the target's tokens; tokens without a vector are drawn. */
export const focus: Initialiser = {
  name: "focus",
  title: "FOCUS",
  reference: "Dobler and de Melo 2023, arXiv 2305.14481",
  formula: "row = Σ over shared tokens of sparsemax(cos) · old row",
  needs: ["vectors"],
  copies: "all",
  prepare({ vectors, shared }) {
    const anchors: TokenVectors = new Map(
      [...shared].flatMap(([id, row]) => {
        const vector = vectors?.target.get(id);
        return vector ? [[row, vector] as const] : [];
      }),
    );
    const nearest = neighboursAmong(anchors);
    return (id) => {
      const vector = vectors?.target.get(id);
      return vector ? mixture(sparsemaxShares(nearest(vector, anchors.size))) : [];
    };
  },
};
