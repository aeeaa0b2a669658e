import { wordRefs } from "../bilingual";
import type { WordRef } from "../reasons";
import { otherSide } from "../sentence";
import { type Constraint, legal, refused, siblingsWith, unitsOf } from "./constraint";
import { disorder } from "./order";

/**
 * A switch between two constituents is legal if and only if no sibling that stands before it in one language stands after
 * it in the other.
 */
export const equivalence: Constraint = {
  id: "equivalence",
  name: "Equivalence constraint",
  phrase: "the equivalence constraint",
  rule: "Switch only where the constituents on both sides of the point keep their order in both languages.",
  reference: "Poplack 1980; Bhat, Choudhury and Bali 2016; Pratapa et al. 2018",
  needs: ["tree"],
  judge(pair, point) {
    const broken = disorder(point);
    const constituent = point.node.label;
    if (broken === undefined) {
      const [before, after] = point.ends.map(({ unit }) =>
        wordRefs(pair, point.side, siblingsWith(point.node, unit)),
      ) as [readonly WordRef[], readonly WordRef[]];
      return legal({ kind: "same-order", constituent, before, after });
    }
    const earlier = unitsOf(point.node, [broken.earlier]);
    const later = unitsOf(point.node, [broken.later]);
    return refused({
      kind: "order-differs",
      constituent,
      earlier: wordRefs(pair, point.side, earlier),
      later: wordRefs(pair, point.side, later),
      earlierThere: wordRefs(pair, otherSide(point.side), earlier),
      laterThere: wordRefs(pair, otherSide(point.side), later),
    });
  },
};
