import type { Random } from "../../random";
import { dot, sum } from "../../vectors";
import { type Ratio, ratioOf } from "./ratio";

/** Up to so many items that differ every exchange is tried: 2^12 = 4,096. */
const exactUpTo = 12;

/** Exchanges that are drawn; so many more where none of the first is as extreme, as p is then less than these can say. */
const draws = { first: 2000, most: 20_000 };

/**
 * Paired permutation test (Fisher 1935; Noreen 1989): under the null hypothesis an item's two results may be exchanged, its
 * denominator with its numerator. Two-sided p of the observed difference of the two ratios of sums: exact for up to 12 items
 * that differ and where one side is ahead at every item; where p is less than draws can say, the bound that it keeps below
 * (Hoeffding 1963, items that weigh the same in both); else (1 + as extreme) / (1 + draws), from 2,000 or 20,000 draws.
 */
export function exchangeTest(before: Ratio, after: Ratio, random: Random): number {
  const all = before.numerators.map((numerator, i) => ({
    above: after.numerators[i]! - numerator,
    below: after.denominators[i]! - before.denominators[i]!,
  }));
  const differing = all.filter(({ above, below }) => above !== 0 || below !== 0);
  const n = differing.length;
  if (n === 0) return 1;
  const [above, below] = [differing.map((item) => item.above), differing.map((item) => item.below)];
  const exact = n <= exactUpTo;
  if (below.every((value) => value === 0)) {
    // Where one side is ahead at every item, only no exchange and all of them leave the difference its size.
    if (new Set(above.map(Math.sign)).size === 1) return leastP(n);
    const bound = exact ? 1 : 2 * Math.exp(-(sum(above) ** 2) / (2 * dot(above, above)));
    if (bound < 1 / (1 + draws.most)) return bound;
  }

  // With the sums A and B of both sides' numerators, a and b of their denominators, D = A - B, d = a - b, S = A + B and
  // s = a + b: A / a - B / b = 2 (D s - S d) / (s^2 - d^2), and an exchange changes the sign of an item in D and d alone.
  const [S, s] = [sum(before.numerators) + sum(after.numerators), sum(before.denominators) + sum(after.denominators)];
  const observed = Math.abs(ratioOf(after) - ratioOf(before)) / 2;
  // Differences that differ only in rounding count as equally extreme.
  const rounding = 1e-12 * (s * sum(above.map(Math.abs)) + Math.abs(S) * sum(below.map(Math.abs)));
  const [tableAbove, tableBelow] = [signedSums(above), signedSums(below)];
  const groups = Math.ceil(n / groupSize);
  /** How many of so many exchanges are as extreme; `next` gives 32 bits, one an item, set where its results change places. */
  function extremeOf(exchanges: number, next: () => number): number {
    let extreme = 0;
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      let D = 0;
      let d = 0;
      let bits = 0;
      for (let group = 0; group < groups; group += 1) {
        bits = group % groupsOfBits === 0 ? next() | 0 : bits >>> groupSize;
        const entry = group * patterns + (bits & (patterns - 1));
        D += tableAbove[entry]!;
        d += tableBelow[entry]!;
      }
      if (Math.abs(D * s - S * d) + rounding >= observed * (s * s - d * d)) extreme += 1;
    }
    return extreme;
  }
  if (exact) {
    let exchange = 0;
    return extremeOf(2 ** n, () => exchange++) / 2 ** n;
  }
  const drawn = () => random() * 2 ** 32;
  const extreme = extremeOf(draws.first, drawn);
  if (extreme > 0) return (1 + extreme) / (1 + draws.first);
  return (1 + extremeOf(draws.most - draws.first, drawn)) / (1 + draws.most);
}

/** The same of differences of items that all weigh the same. */
export function pairedPermutation(differences: readonly number[], random: Random): number {
  const ones = differences.map(() => 1);
  const zeros = differences.map(() => 0);
  return exchangeTest(
    { numerators: zeros, denominators: ones },
    { numerators: differences, denominators: ones },
    random,
  );
}

/** The least p that so many items can give, one side ahead at each; of McNemar's test, too. */
export function leastP(items: number): number {
  return 2 ** (1 - items);
}

/** Items whose exchanges are looked up at once, their patterns, and how many such groups 32 bits serve. */
const groupSize = 8;
const patterns = 2 ** groupSize;
const groupsOfBits = 32 / groupSize;

/** [group, pattern]: the sum of a group's values, those whose bit is set in the pattern taken negative. */
function signedSums(values: readonly number[]): Float64Array {
  const groups = Math.ceil(values.length / groupSize);
  const sums = new Float64Array(groups * patterns);
  for (let group = 0; group < groups; group += 1) {
    const own = values.slice(group * groupSize, (group + 1) * groupSize);
    const at = group * patterns;
    sums[at] = sum(own);
    for (let pattern = 1; pattern < patterns; pattern += 1) {
      const bit = 31 - Math.clz32(pattern);
      sums[at + pattern] = sums[at + pattern - (1 << bit)]! - 2 * (own[bit] ?? 0);
    }
  }
  return sums;
}
