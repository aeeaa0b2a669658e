import { type BilingualNode, type BilingualTree, wordRefs } from "../bilingual";
import { isHeadFinal, hasLeadingParticles } from "../language";
import type { Side } from "../sentence";
import { isFunctionalHead, type UniversalTag } from "../tags";
import { type Bond, type Constraint, constituentsAround, facingEnd, type Point, refused } from "./constraint";
import { equivalence } from "./equivalence";

/**
 * No switch between a functional head (complementiser, determiner, auxiliary, negation, quantifier) and its complement:
 * the two are bound, whatever stands between them. Judged on top of the equivalence constraint, which says what the
 * orders are.
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
    const parted = order.legal ? partedAt(pair, point) : undefined;
    if (parted === undefined) return order;
    const { node, head, complement } = parted;
    const wordsOf = (child: number) => wordRefs(pair, point.side, node.children[child]!.units);
    return refused({
      kind: "functional-head",
      head: wordsOf(head),
      tag: headTag(pair, node.children[head]!)!,
      complement: wordsOf(complement),
    });
  },
  bonds(pair, node) {
    return node.children.flatMap((_, head): readonly Bond[] => {
      const complement = complementOf(pair, node, head);
      return complement === undefined ? [] : [{ head, complement }];
    });
  },
};

/**
 * The bond that a switch at a place parts, were it the only one. In a sentence that has switched already the bonds hold
 * between the words themselves, so there no single place parts them.
 */
function partedAt(pair: BilingualTree, point: Point): (Bond & { readonly node: BilingualNode }) | undefined {
  const { side, ends } = point;
  if (ends[0].side !== ends[1].side) return undefined;
  const firstWord = (unit: number): number => pair.units[unit]!.words[side][0]!;
  const place = firstWord(ends[1].unit);
  for (const node of constituentsAround(pair, ends)) {
    for (const bond of functionalHead.bonds!(pair, node)) {
      const [head] = node.children[bond.head]!.units.map(firstWord);
      const places = node.children[bond.complement]!.units.map(firstWord);
      const edge = facingEnd(node, bond, side) === "first" ? Math.min(...places) : Math.max(...places);
      if (head! < place !== edge < place) return { ...bond, node };
    }
  }
  return undefined;
}

/**
 * The complement of a child that is a functional head: the next sister on its side that is no adverb. A subject may stand
 * between an auxiliary or a negation and what it governs, so theirs is the next that holds a verb, if one does.
 */
function complementOf(pair: BilingualTree, node: BilingualNode, head: number): number | undefined {
  const tag = headTag(pair, node.children[head]!);
  if (tag === undefined) return undefined;
  const parsed: Side = pair.parsed ?? 0;
  const order = node.order[parsed];
  const place = order.indexOf(head);
  const sisters = isLast(tag, pair.sentences[parsed].language)
    ? order.slice(0, place).toReversed()
    : order.slice(place + 1);
  const tagsOf = (child: number): readonly UniversalTag[] =>
    node.children[child]!.units.flatMap((unit) => pair.units[unit]!.tags);
  const verbal = sisters.find((child) => tagsOf(child).some((other) => verbs.has(other)));
  const governed = tag === "AUX" || tag === "PART" ? verbal : undefined;
  return governed ?? sisters.find((child) => tagsOf(child).some((other) => other !== "ADV")) ?? sisters[0];
}

const verbs: ReadonlySet<UniversalTag> = new Set<UniversalTag>(["VERB", "AUX", "PART"]);

/** Does such a head follow its complement? Determiners and numerals never do; the others where the verb comes last. */
function isLast(tag: UniversalTag, language: string): boolean {
  if (tag === "DET" || tag === "NUM" || !isHeadFinal(language)) return false;
  return tag === "AUX" || !hasLeadingParticles(language);
}

/** The tag of a child that is a functional head alone: a leaf all of whose words are functional. */
function headTag(pair: BilingualTree, node: BilingualNode): UniversalTag | undefined {
  const tags = node.unit === undefined ? [] : pair.units[node.unit]!.tags;
  return tags.length > 0 && tags.every(isFunctionalHead) ? tags[0] : undefined;
}
