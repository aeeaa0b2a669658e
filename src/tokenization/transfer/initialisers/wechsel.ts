import { mixture } from "../rows";
import type { Initialiser, Transfer } from "../transfer";
import { neighboursAmong, softmaxShares } from "./neighbours";

const neighbours = 10;
const temperature = 0.1;

/** The nearest old tokens by word vectors of both languages; tokens without a vector are drawn. */
export const wechsel: Initialiser = {
  name: "wechsel",
  title: "WECHSEL",
  reference: "Minixhofer et al. 2022, arXiv 2112.06598",
  formula: "row = Σ over the 10 nearest old tokens of softmax(cos / 0.1) · old row",
  needs: ["vectors"],
  copies: "special",
  prepare: nearestRows,
};

function nearestRows({ vectors }: Transfer) {
  const nearest = neighboursAmong(vectors?.source ?? new Map());
  return (id: number) => {
    const vector = vectors?.target.get(id);
    return vector ? mixture(softmaxShares(nearest(vector, neighbours), temperature)) : [];
  };
}
