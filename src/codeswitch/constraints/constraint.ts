import type { BilingualNode, BilingualTree } from "../bilingual";
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
  /** The units on either side of the place. */
  readonly units: readonly [number, number];
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
}

export type ConstraintId = "equivalence" | "linear" | "functional-head" | "free-morpheme" | "matrix-language";

export function legal(reason: Reason): Verdict {
  return { legal: true, reason };
}

export function refused(reason: Reason): Verdict {
  return { legal: false, reason };
}

/** All units of some children. */
export function unitsOf(node: BilingualNode, children: readonly number[]): readonly number[] {
  return children.flatMap((child) => node.children[child]!.units);
}

/** The units of the child that a unit belongs to. */
export function siblingsWith(node: BilingualNode, unit: number): readonly number[] {
  return node.children.find((child) => child.units.includes(unit))?.units ?? [unit];
}
