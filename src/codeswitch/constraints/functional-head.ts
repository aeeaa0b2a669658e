import { type BilingualNode, type BilingualTree, wordRefs } from "../bilingual";
import { isHeadFinal } from "../language";
import { isFunctionalHead, type UniversalTag } from "../tags";
import { type Constraint, legal, type Point, refused } from "./constraint";
import { equivalence } from "./equivalence";

/**
 * No switch between a functional head (complementiser, determiner, auxiliary, negation, quantifier) and its complement:
 * the sister constituent next to it. Judged on top of the equivalence constraint, which says what the orders are.
 */
export const functionalHead: Constraint = {
  id: "functional-head",
  name: "Functional head constraint",
  phrase: "the functional head constraint",
  rule: "As the equivalence constraint, and no switch between a functional head and its complement.",
  reference: "Belazi, Rubin and Toribio 1994; Li and Fung 2014",
  needs: ["tree"],
  judge(pair, point, matrix) {
    const order = equivalence.judge(pair, point, matrix);
    if (!order.legal) return order;
    const found = headAt(pair, point);
    if (found === undefined) return legal(order.reason);
    const side = point.side;
    return refused({
      kind: "functional-head",
      head: wordRefs(pair, side, found.head.units),
      tag: found.tag,
      complement: wordRefs(pair, side, found.complement.units),
    });
  },
};

/**
 * The functional head next to the point, if the constituent on the other side is its complement. Determiners and numerals
 * stand before theirs; the other heads do so too, except in languages that put the head last.
 */
function headAt(
  pair: BilingualTree,
  point: Point,
): { readonly head: BilingualNode; readonly tag: UniversalTag; readonly complement: BilingualNode } | undefined {
  const left = childWith(point.node, point.units[0]);
  const right = childWith(point.node, point.units[1]);
  const parsed = pair.parsed ?? 0;
  const order = point.node.order[parsed];
  const place = (child: BilingualNode): number => order.indexOf(point.node.children.indexOf(child));
  for (const [head, complement] of [
    [left, right],
    [right, left],
  ] as const) {
    const tag = headTag(pair, head);
    if (tag === undefined || headTag(pair, complement) !== undefined) continue;
    const last = tag !== "DET" && tag !== "NUM" && isHeadFinal(pair.sentences[parsed].language);
    if (place(head) < place(complement) !== last) return { head, tag, complement };
  }
  return undefined;
}

function childWith(node: BilingualNode, unit: number): BilingualNode {
  const child = node.children.find((candidate) => candidate.units.includes(unit));
  if (child === undefined) throw new Error(`Unit ${unit} is not below ${node.label}.`);
  return child;
}

/** The tag of a child that is a functional head alone: a leaf all of whose words are functional. */
function headTag(pair: BilingualTree, node: BilingualNode): UniversalTag | undefined {
  const tags = node.unit === undefined ? [] : pair.units[node.unit]!.tags;
  return tags.length > 0 && tags.every(isFunctionalHead) ? tags[0] : undefined;
}
