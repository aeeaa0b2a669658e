import { mixture } from "../rows";
import type { Initialiser, Transfer } from "../transfer";
import { mean } from "./mean";

/** The tuples of old tokens that stand in a text where the new token stands. */
export const align: Initialiser = {
  name: "align",
  title: "Align in text",
  reference: "Yamaguchi et al. 2024, arXiv 2406.11477",
  formula: "row = Σ over tuples (times seen / all) · mean of the tuple's old rows",
  needs: ["texts"],
  copies: "all",
  prepare(transfer) {
    const seen = overlaps(transfer);
    const fromPieces = mean.prepare(transfer);
    return (id) => {
      const weighted = seen.get(id);
      return weighted === undefined ? fromPieces(id) : mixture(weighted);
    };
  },
};

/** Of every target token the source tokens that overlap it, each with the share of its tuple, over all places. */
function overlaps({ source, target, texts = [] }: Transfer): ReadonlyMap<number, (readonly [number, number])[]> {
  const seen = new Map<number, (readonly [number, number])[]>();
  for (const text of texts) {
    const old = source.encode(text);
    let first = 0;
    for (const { id, bytes } of target.encode(text)) {
      while (first < old.length && old[first]!.bytes[1] <= bytes[0]) first += 1;
      const tuple: number[] = [];
      for (let at = first; at < old.length && old[at]!.bytes[0] < bytes[1]; at++) tuple.push(old[at]!.id);
      if (tuple.length === 0) continue;
      const weighted = seen.get(id) ?? [];
      for (const row of tuple) weighted.push([row, 1 / tuple.length]);
      seen.set(id, weighted);
    }
  }
  return seen;
}
