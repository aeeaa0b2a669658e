import type { BilingualNode, BilingualTree } from "../bilingual";
import { isInsertable, isIsland } from "../constraints/matrix-language";
import { freeMorpheme } from "../constraints/free-morpheme";
import type { Emission, Lattice } from "../lattice/lattice";
import { pointBetween } from "../points";
import { otherSide, type Side } from "../sentence";
import { isAlike } from "./spoken";

/**
 * All sentences of the matrix language frame: the matrix sentence's order, single content units from the embedded
 * language, and whole constituents in the embedded language and its order. A constituent all of whose parts are embedded
 * counts as an island only, so no sentence has two derivations; what is spelt alike in both languages is the embedded one's
 * where the orders agree, so that it does not make a frame by itself. Without `bound` the free morpheme constraint does not hold beside it.
 */
export function matrixLattice(pair: BilingualTree, matrix: Side, bound = true): Lattice {
  const embedded = otherSide(matrix);
  const known = new Map<string, boolean>();
  function may(left: Emission, right: Emission): boolean {
    if (left.side === right.side || !bound) return true;
    const key = `${left.unit},${right.unit},${left.side}`;
    const verdict = known.get(key) ?? freeMorpheme.judge(pair, pointBetween(pair, left, right, matrix), matrix).legal;
    known.set(key, verdict);
    return verdict;
  }
  function visit(node: BilingualNode, alike: Side): Lattice {
    const { unit } = node;
    const isWholeAlike = node.units.every((one) => isAlike(pair, one));
    if (unit !== undefined) {
      const isFree = node !== pair.root && isInsertable(pair, unit);
      const sides = isWholeAlike ? [alike] : isFree ? [matrix, embedded] : [matrix];
      return { kind: "choice", of: sides.map((side) => ({ kind: "emit", path: [{ unit, side }] }) as const) };
    }
    const below = isWholeAlike ? alike : String(node.order[0]) === String(node.order[1]) ? embedded : matrix;
    const frame = node.order[matrix]
      .map((child) => visit(node.children[child]!, below))
      .reduce((left, right) => ({ kind: "join", left, right, may }));
    if (isWholeAlike) return frame;
    const framed: Lattice = { kind: "with", of: frame, side: matrix };
    if (!isIsland(pair, node)) return framed;
    const island: Lattice = { kind: "emit", path: inOrder(node, embedded).map((unit) => ({ unit, side: embedded })) };
    return { kind: "choice", of: [framed, island] };
  }
  return visit(pair.root, matrix);
}

/** A constituent's units in the order of one sentence. */
function inOrder(node: BilingualNode, side: Side): readonly number[] {
  return node.unit === undefined
    ? node.order[side].flatMap((child) => inOrder(node.children[child]!, side))
    : [node.unit];
}
