import type { BilingualNode, BilingualTree } from "../bilingual";
import type { Emission } from "../lattice/lattice";
import type { Reason } from "../reasons";
import type { Side } from "../sentence";

/**
 * A place between two neighbouring units, in the order of one of the sentences: the constituent that both belong to, and
 * its children that stand before and after the place.
 */
export interface Point {
  readonly node: BilingualNode;
  /** In which sentence's order the two units are neighbours. */
  readonly side: Side;
  /** Children's indexes, in that order. Both lists are never empty. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** What stands on either side of the place: units of one sentence, or of two where a switched sentence changes there. */
  readonly ends: readonly [Emission, Emission];
}

/**
 * Two children of a constituent that must share a language where they face each other, wherever they come to stand: a
 * leaf, and the end of the other that is nearest to it.
 */
export interface Bond {
  readonly head: number;
  readonly complement: number;
}

export interface Verdict {
  readonly legal: boolean;
  readonly reason: Reason;
}

/** What a constraint may ask for besides the alignment. */
export type Need = "tree" | "matrix";

/** A theory of where a sentence may switch. One file each; all are listed in `index.ts`. */
export interface Constraint {
  readonly id: ConstraintId;
  readonly name: string;
  /** The name inside a sentence. */
  readonly phrase: string;
  /** One sentence: what it forbids. */
  readonly rule: string;
  readonly reference: string;
  readonly needs: readonly Need[];
  /** May the language change at this place, and why. `matrix` is the side of the matrix language. */
  judge(pair: BilingualTree, point: Point, matrix: Side): Verdict;
  /** The bonds among the children of a constituent, which hold in every sentence besides the verdicts; absent: none. */
  bonds?(pair: BilingualTree, node: BilingualNode): readonly Bond[];
}

export type ConstraintId = "equivalence" | "linear" | "functional-head" | "free-morpheme" | "matrix-language";

export function legal(reason: Reason): Verdict {
  return { legal: true, reason };
}

export function refused(reason: Reason): Verdict {
  return { legal: false, reason };
}

/** The end of a bond's complement that faces its head, in the order of one sentence. */
export function facingEnd(node: BilingualNode, { head, complement }: Bond, side: Side): "first" | "last" {
  const order = node.order[side];
  return order.indexOf(head) < order.indexOf(complement) ? "first" : "last";
}

/** The constituents that hold both ends of a place, from the whole sentence to the smallest. */
export function* constituentsAround(pair: BilingualTree, ends: Point["ends"]): Generator<BilingualNode> {
  let node: BilingualNode | undefined = pair.root;
  while (node !== undefined) {
    yield node;
    node = node.children.find(({ units }) => ends.every(({ unit }) => units.includes(unit)));
  }
}

/** All units of some children. */
export function unitsOf(node: BilingualNode, children: readonly number[]): readonly number[] {
  return children.flatMap((child) => node.children[child]!.units);
}

/** The units of the child that a unit belongs to. */
export function siblingsWith(node: BilingualNode, unit: number): readonly number[] {
  return node.children.find((child) => child.units.includes(unit))?.units ?? [unit];
}
