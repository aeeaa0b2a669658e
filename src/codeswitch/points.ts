import { type BilingualTree, wordRef, wordRefs } from "./bilingual";
import { constraints, type TheoryId } from "./constraints";
import { constituentsAround, type Point, type Verdict } from "./constraints/constraint";
import type { Emission } from "./lattice/lattice";
import { isInside } from "./phrases/span";
import type { Reason, WordRef } from "./reasons";
import { otherSide, type Side } from "./sentence";

/** The place after word `after` of one sentence, judged. */
export interface JudgedPoint extends Verdict {
  readonly side: Side;
  readonly after: number;
}

/**
 * Every place between two words of a sentence, with a verdict and its reason, in order: n - 1 places for n words. Places
 * inside a unit are refused by the alignment; between units the free morpheme constraint, unless `bound` is false, and then the
 * theory decide.
 */
export function judgePoints(
  pair: BilingualTree,
  theory: TheoryId,
  side: Side,
  matrix: Side,
  bound = true,
): readonly JudgedPoint[] {
  const unitOf = pair.unitOf[side];
  return unitOf.slice(1).map((unit, after) => {
    const left = unitOf[after]!;
    if (left === unit) return { side, after, legal: false, reason: insideUnit(pair, side, after) };
    const point = pointBetween(pair, { unit: left, side }, { unit, side }, side);
    const { legal, reason } = judge(pair, theory, point, matrix, bound);
    return { side, after, legal, reason };
  });
}

export function judge(pair: BilingualTree, theory: TheoryId, point: Point, matrix: Side, bound = true): Verdict {
  const free = bound ? constraints["free-morpheme"].judge(pair, point, matrix) : undefined;
  return free?.legal === false ? free : constraints[theory].judge(pair, point, matrix);
}

/** The place between two units that are neighbours in the order of `side`. */
export function pointBetween(pair: BilingualTree, left: Emission, right: Emission, side: Side): Point {
  const node = [...constituentsAround(pair, [left, right])].at(-1)!;
  const order = node.order[side];
  const cut = order.findIndex((child) => node.children[child]!.units.includes(right.unit));
  return { node, side, before: order.slice(0, cut), after: order.slice(cut), ends: [left, right] };
}

/**
 * A switch from one emission to the next in a generated sentence. Where constituents stand in the order of different
 * languages the two need not be neighbours in either sentence; the seam between their blocks is what is judged.
 */
export function judgeSwitch(
  pair: BilingualTree,
  theory: TheoryId,
  left: Emission,
  right: Emission,
  matrix: Side,
  bound = true,
): Verdict {
  const here = pointBetween(pair, left, right, left.side);
  const inOrder = here.before.some((child) => here.node.children[child]!.units.includes(left.unit));
  const point = inOrder ? here : pointBetween(pair, left, right, otherSide(left.side));
  const order = point.node.order[point.side];
  const from = order.findIndex((child) => point.node.children[child]!.units.includes(left.unit)) + 1;
  let first: Verdict | undefined;
  for (let cut = from; cut <= point.before.length; cut += 1) {
    const verdict = judge(
      pair,
      theory,
      { ...point, before: order.slice(0, cut), after: order.slice(cut) },
      matrix,
      bound,
    );
    if (verdict.legal) return verdict;
    first ??= verdict;
  }
  return first ?? judge(pair, theory, point, matrix, bound);
}

/** Why a unit cannot be cut after this word: a phrase kept whole, a word without a counterpart, several words, or one torn apart. */
function insideUnit(pair: BilingualTree, side: Side, after: number): Reason {
  const [left, right] = [wordRef(pair, side, after), wordRef(pair, side, after + 1)];
  const phrase = pair.held?.side === side ? pair.held.spans.find((span) => isInside(after, span)) : undefined;
  if (phrase !== undefined) {
    return { kind: "one-phrase", words: range(...phrase).map((index) => wordRef(pair, side, index)) };
  }
  for (const word of [left, right]) {
    const stray = pair.strays.find((candidate) => candidate.side === side && candidate.index === word.index);
    if (stray !== undefined) return { kind: "unaligned", word, goesWith: wordRef(pair, side, stray.goesWith) };
  }
  const unit = pair.units[pair.unitOf[side][after]!]!;
  const groups = pair.groups.filter((group) => unit.words[side].includes(group[side][0] ?? -1));
  const together = groups.find((group) => group[side].includes(left.index) && group[side].includes(right.index));
  if (together !== undefined) {
    const refs = (of: Side): readonly WordRef[] => together[of].map((index) => wordRef(pair, of, index));
    return { kind: "one-unit", words: refs(side), counterpart: refs(otherSide(side)) };
  }
  for (const of of [side, otherSide(side)]) {
    for (const group of groups) {
      const around = gapWords(group[of]);
      if (around.length > 0) {
        return {
          kind: "apart",
          words: group[of].map((index) => wordRef(pair, of, index)),
          around: around.map((index) => wordRef(pair, of, index)),
        };
      }
    }
  }
  const whole = pair.unitOf[side][after]!;
  return {
    kind: "one-unit",
    words: wordRefs(pair, side, [whole]),
    counterpart: wordRefs(pair, otherSide(side), [whole]),
  };
}

/** Indexes between the first and the last of a rising list that are not in it. */
function gapWords(indexes: readonly number[]): readonly number[] {
  const held = new Set(indexes);
  const first = indexes[0] ?? 0;
  return range(first, (indexes.at(-1) ?? -1) + 1).filter((index) => !held.has(index));
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
}
