import type { BilingualNode, BilingualTree } from "../bilingual";
import { constraints, type TheoryId } from "../constraints";
import { facingEnd } from "../constraints/constraint";
import type { Emission, Lattice } from "../lattice/lattice";
import { judge } from "../points";
import type { Side } from "../sentence";
import { isAlike } from "./spoken";

/**
 * All sentences that a constraint on switch points allows. Every constituent may follow the order of either language;
 * where the two orders differ the children concerned form a block without a switch at its seams, each with a word of the
 * language that gives the order; between blocks the theory decides; and two neighbours in one language are neighbours in that language's sentence, so monolingual
 * fragments are well formed. A unit spelt alike in both languages stands once, as a word of either. The theory's bonds hold between the words themselves. Without `bound` the free morpheme constraint does not hold beside the theory.
 */
export function equivalenceLattice(pair: BilingualTree, theory: TheoryId, matrix: Side, bound = true): Lattice {
  function follows(left: Emission, right: Emission): boolean {
    const here = pair.units[left.unit]!.words[left.side];
    const next = pair.units[right.unit]!.words[left.side];
    return left.side === right.side && here.at(-1)! + 1 === next[0];
  }
  let bonds = 0;
  function visit(node: BilingualNode): Lattice {
    const { unit } = node;
    if (unit !== undefined) {
      if (isAlike(pair, unit)) return { kind: "emit", path: [{ unit, side: 0, both: true }] };
      return {
        kind: "choice",
        of: ([0, 1] as const).map((side) => ({ kind: "emit", path: [{ unit, side }] }) as const),
      };
    }
    const children = node.children.map(visit);
    const own = (constraints[theory].bonds?.(pair, node) ?? []).map((bond) => ({ ...bond, id: bonds++ }));
    /** A child in the order of one sentence, its ends bound to those of its sisters. */
    const tied = (child: number, side: Side): Lattice =>
      own.reduce<Lattice>((of, bond) => {
        if (child === bond.head) return { kind: "bond", of, bond: bond.id, end: "first" };
        return child === bond.complement ? { kind: "bond", of, bond: bond.id, end: facingEnd(node, bond, side) } : of;
      }, children[child]!);
    const series = (indexes: readonly number[], side: Side): Lattice =>
      indexes
        .map((child): Lattice => ({ kind: "with", of: tied(child, side), side }))
        .reduce((left, right) => ({
          kind: "join",
          left,
          right,
          may: (before, after) =>
            readings(before, side).some((one) => readings(after, side).some((two) => follows(one, two))),
        }));
    const legalAt = new Map<string, boolean>();
    function may(left: Emission, right: Emission, cut: number): boolean {
      if (left.side === right.side) return follows(left, right);
      const key = `${cut},${left.unit},${right.unit},${left.side}`;
      const known = legalAt.get(key);
      if (known !== undefined) return known;
      const order = node.order[left.side];
      const point = {
        node,
        side: left.side,
        before: order.slice(0, cut),
        after: order.slice(cut),
        ends: [left, right],
      } as const;
      const verdict = judge(pair, theory, point, matrix, bound).legal;
      legalAt.set(key, verdict);
      return verdict;
    }
    const cuts = [0, ...equivalentCuts(node.order), children.length];
    const blocks = cuts.slice(1).map((end, index): Lattice => {
      const start = cuts[index]!;
      if (end - start === 1) return tied(node.order[0][start]!, 0);
      return { kind: "choice", of: ([0, 1] as const).map((side) => series(node.order[side].slice(start, end), side)) };
    });
    return blocks.reduce((left, right, index) => ({
      kind: "join",
      left,
      right,
      may: (before, after) =>
        readings(before).some((one) => readings(after).some((two) => may(one, two, cuts[index]!))),
    }));
  }
  return visit(pair.root);
}

/** An emission as one of one language; of a unit that is of both, which way it may be read: as `side`, or either way. */
function readings({ unit, side, both }: Emission, order?: Side): readonly Emission[] {
  const sides = both === true ? (order === undefined ? ([0, 1] as const) : [order]) : [side];
  return sides.map((read) => ({ unit, side: read }));
}

/** The places between children, as numbers of children before them, where both orders have the same children before. */
function equivalentCuts(order: BilingualNode["order"]): readonly number[] {
  const ranks: number[] = [];
  for (const [rank, child] of order[1].entries()) ranks[child] = rank;
  const cuts: number[] = [];
  let furthest = -1;
  for (const [index, child] of order[0].slice(0, -1).entries()) {
    furthest = Math.max(furthest, ranks[child]!);
    if (furthest === index) cuts.push(index + 1);
  }
  return cuts;
}
