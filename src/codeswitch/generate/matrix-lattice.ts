import type { BilingualNode, BilingualTree } from "../bilingual";
import { isInsertable, isIsland } from "../constraints/matrix-language";
import { freeMorpheme } from "../constraints/free-morpheme";
import type { Emission, Lattice } from "../lattice/lattice";
import { pointBetween } from "../points";
import { otherSide, type Side } from "../sentence";

/**
 * All sentences of the matrix language frame: the matrix sentence's order, single content units from the embedded
 * language, and whole constituents in the embedded language and its order. A constituent all of whose parts are embedded
 * counts as an island only, so no sentence has two derivations. Without `bound` the free morpheme constraint does not hold beside it.
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
  function visit(node: BilingualNode): Lattice {
    const { unit } = node;
    if (unit !== undefined) {
      const sides = node !== pair.root && isInsertable(pair, unit) ? [matrix, embedded] : [matrix];
      return { kind: "choice", of: sides.map((side) => ({ kind: "emit", path: [{ unit, side }] }) as const) };
    }
    const frame = node.order[matrix]
      .map((child) => visit(node.children[child]!))
      .reduce((left, right) => ({ kind: "join", left, right, may }));
    const framed: Lattice = { kind: "with", of: frame, side: matrix };
    if (!isIsland(pair, node)) return framed;
    const island: Lattice = { kind: "emit", path: inOrder(node, embedded).map((unit) => ({ unit, side: embedded })) };
    return { kind: "choice", of: [framed, island] };
  }
  return visit(pair.root);
}

/** A constituent's units in the order of one sentence. */
function inOrder(node: BilingualNode, side: Side): readonly number[] {
  return node.unit === undefined
    ? node.order[side].flatMap((child) => inOrder(node.children[child]!, side))
    : [node.unit];
}
