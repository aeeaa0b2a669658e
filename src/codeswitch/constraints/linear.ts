import { crosses } from "../alignment";
import { wordRef } from "../bilingual";
import type { WordRef } from "../reasons";
import { type Constraint, legal, refused, unitsOf } from "./constraint";
import { disorder } from "./order";

/** The equivalence constraint without a tree: a switch is legal where no two alignment links cross over the point. */
export const linear: Constraint = {
  id: "linear",
  name: "No crossing links",
  phrase: "the ban on crossing links",
  rule: "Switch only where no alignment link from before the point crosses one from after it.",
  reference: "Winata et al. 2019, a linear relaxation of the equivalence constraint",
  needs: [],
  judge(pair, point) {
    const broken = disorder(point);
    if (broken === undefined) return legal({ kind: "no-crossing-link" });
    const before = new Set(unitsOf(point.node, [broken.earlier]));
    const after = new Set(unitsOf(point.node, [broken.later]));
    const links = pair.alignment.filter((link) => before.has(pair.unitOf[0][link.first]!));
    const others = pair.alignment.filter((link) => after.has(pair.unitOf[0][link.first]!));
    for (const one of links.toReversed()) {
      const two = others.find((other) => crosses(one, other));
      if (two !== undefined) {
        const pairOf = (link: typeof one): readonly [WordRef, WordRef] => [
          wordRef(pair, 0, link.first),
          wordRef(pair, 1, link.second),
        ];
        return refused({ kind: "crossing-link", links: [pairOf(one), pairOf(two)] });
      }
    }
    throw new Error("Units are out of order, but none of their links cross.");
  },
};
