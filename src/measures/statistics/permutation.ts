import type { Random } from "../../random";
import { dot, sum } from "../../vectors";
import type { Ratio } from "./ratio";

/** Up to so many items that differ every change of signs is tried: 2^12 = 4,096. */
const exactUpTo = 12;

/** Changes of signs that are drawn; so many more where none of the first is as extreme, as p is then less than these can say. */
const draws = { first: 2000, most: 20_000 };

/**
 * Two-sided p of the difference of two ratios of sums over the same items. Under the null hypothesis both are r, that of all
 * the sums together, and what an item adds to the difference may have either sign (Hemerik, Goeman and Finos 2020): its
 * residual after, numerator - r denominator, over the mean denominator after, less the same before. The mean of these is the
 * difference; of an item that weighs the same in both, the change of sign exchanges its two results.
 */
export function ratioPermutation(before: Ratio, after: Ratio, random: Random): number {
  const n = before.numerators.length;
  const below = { before: sum(before.denominators), after: sum(after.denominators) };
  const r = (sum(before.numerators) + sum(after.numerators)) / (below.before + below.after);
  const added = before.numerators.map((numerator, i) => {
    const [old, own] = [numerator - r * before.denominators[i]!, after.numerators[i]! - r * after.denominators[i]!];
    return n * (own / below.after - old / below.before);
  });
  return pairedPermutation(added, random);
}

/**
 * Paired permutation test (Fisher 1935; Noreen 1989): under the null hypothesis an item's two results may be exchanged, which
 * changes the sign of its difference. Two-sided p of the sum of the differences: exact for up to 12 items that differ and where
 * all differ in one direction; where p is less than draws can say, the bound that it keeps below (Hoeffding 1963); else
 * (1 + as extreme) / (1 + draws), from 2,000 or 20,000 draws.
 */
export function pairedPermutation(differences: readonly number[], random: Random): number {
  // What differs only in rounding is alike.
  const rounding = 1e-12 * sum(differences.map(Math.abs));
  const differing = differences.filter((difference) => Math.abs(difference) > rounding);
  const n = differing.length;
  if (n === 0) return 1;
  // Where one side is ahead at every item, only no exchange and all of them leave the difference its size.
  if (new Set(differing.map(Math.sign)).size === 1) return leastP(n);
  const observed = Math.abs(sum(differing));
  const exact = n <= exactUpTo;
  const bound = exact ? 1 : 2 * Math.exp(-(observed ** 2) / (2 * dot(differing, differing)));
  if (bound < 1 / (1 + draws.most)) return bound;

  const table = signedSums(differing);
  const groups = Math.ceil(n / groupSize);
  /** How many of so many exchanges are as extreme; `next` gives 32 bits, one an item, set where its results change places. */
  function extremeOf(exchanges: number, next: () => number): number {
    let extreme = 0;
    for (let exchange = 0; exchange < exchanges; exchange += 1) {
      let reached = 0;
      let bits = 0;
      for (let group = 0; group < groups; group += 1) {
        bits = group % groupsOfBits === 0 ? next() | 0 : bits >>> groupSize;
        reached += table[group * patterns + (bits & (patterns - 1))]!;
      }
      if (Math.abs(reached) + rounding >= observed) extreme += 1;
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
