import { copyOf, mixture, type NewRow } from "../rows";
import type { Initialiser } from "../transfer";
import { mean } from "./mean";

/** The mean of the two tokens that were merged, which may be new themselves. */
export const merge: Initialiser = {
  name: "merge",
  title: "Mean of the merged two",
  reference: "Yamaguchi et al. 2024, arXiv 2406.11477",
  formula: "row(lr) = ½ row(l) + ½ row(r), down to old tokens",
  needs: ["merges"],
  copies: "all",
  prepare(transfer) {
    const fromPieces = mean.prepare(transfer);
    return rowOf;

    function rowOf(id: number): NewRow {
      const same = transfer.shared.get(id);
      if (same !== undefined) return copyOf(same);
      const parents = transfer.merges?.get(id);
      if (parents === undefined) return fromPieces(id);
      const shares = parents.map(rowOf);
      // A parent that must be drawn leaves nothing to average.
      if (shares.some((row) => row.length === 0)) return [];
      return mixture(shares.flat().map(({ row, weight }) => [row, weight]));
    }
  },
};
