import { copyOf, mixture } from "../rows";
import type { Initialiser, Transfer } from "../transfer";
import { neighboursAmong, softmaxShares } from "./neighbours";

const neighbours = 10;
const temperature = 0.1;

/**
 * The nearest old tokens by word vectors of both languages. Of a token without a vector nothing is known but what the old vocabulary knew:
 * it keeps its row where it has one, else it is drawn.
 */
export const wechsel: Initialiser = {
  name: "wechsel",
  title: "WECHSEL",
  reference: "Minixhofer et al. 2022, arXiv 2112.06598",
  formula:
    "row = Σ over the 10 nearest old tokens of softmax(cos / 0.1) · old row; without a vector a shared token’s own row",
  needs: ["vectors"],
  copies: "special",
  prepare: nearestRows,
};

function nearestRows({ vectors, shared }: Transfer) {
  const nearest = neighboursAmong(vectors?.source ?? new Map());
  return (id: number) => {
    const vector = vectors?.target.get(id);
    const near = vector ? nearest(vector, neighbours) : [];
    if (near.length > 0) return mixture(softmaxShares(near, temperature));
    const same = shared.get(id);
    return same === undefined ? [] : copyOf(same);
  };
}
