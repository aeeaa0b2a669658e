import { replayedRandom } from "../../random";
import type { Flips } from "../statistics/mcnemar";
import { mcnemar } from "../statistics/mcnemar";
import { holm } from "../statistics/holm";
import { ratioInterval } from "../statistics/interval";
import { pairedPermutation } from "../statistics/permutation";
import { denominatorOf, type Reading, type ReadingOptions } from "./reading";
import { sum } from "../../vectors";

/** What changed between two variants in one number, on the items that both could be measured on. */
export interface Change {
  readonly measure: string;
  readonly language: string;
  readonly facet: string;
  /** After less before. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Of items that are right or wrong. */
  readonly flips: (Flips & { readonly lost: readonly number[]; readonly won: readonly number[] }) | null;
  /** McNemar's exact test for right and wrong, else the paired permutation test. */
  readonly test: "McNemar" | "permutation";
  readonly p: number;
  /** Holm's correction over the changes that were asked for together. */
  readonly adjusted: number;
}

/** Every change between the readings of two variants; readings without common items are left out. */
export function changesBetween(
  before: readonly Reading[],
  after: readonly Reading[],
  options: ReadingOptions,
): readonly Change[] {
  const changes = after.flatMap((reading) => {
    const base = before.find((other) => keyOf(other) === keyOf(reading));
    const change = base && changeOf(base, reading, options);
    return change ? [change] : [];
  });
  const adjusted = holm(changes.map(({ p }) => p));
  return changes.map((change, i) => ({ ...change, adjusted: adjusted[i]! }));
}

function changeOf(
  before: Reading,
  after: Reading,
  { seed, interval }: ReadingOptions,
): Omit<Change, "adjusted"> | null {
  const indices = after.numerators
    .map((_, i) => i)
    .filter((i) => denominatorOf(after, i) !== 0 && i < before.numerators.length && denominatorOf(before, i) !== 0);
  if (indices.length === 0) return null;
  // With unlike denominators (two tokenizers, two lengths) the two ratios are compared item by item.
  const alike = indices.every((i) => denominatorOf(after, i) === denominatorOf(before, i));
  const denominators = indices.map((i) => (alike ? denominatorOf(after, i) : 1));
  const differences = indices.map((i) =>
    alike
      ? after.numerators[i]! - before.numerators[i]!
      : after.numerators[i]! / denominatorOf(after, i) - before.numerators[i]! / denominatorOf(before, i),
  );
  const found = ratioInterval(differences, denominators, replayedRandom(seed), { method: interval });
  const verdicts = indices.every((i) => isVerdict(before, i) && isVerdict(after, i));
  const flips = verdicts ? flipsOf(before, after, indices) : null;
  return {
    measure: after.measure,
    language: after.language,
    facet: after.facet,
    difference: sum(differences) / sum(denominators),
    low: found?.low ?? null,
    high: found?.high ?? null,
    n: indices.length,
    flips,
    test: flips ? "McNemar" : "permutation",
    p: flips ? mcnemar(flips) : pairedPermutation(differences, replayedRandom(seed)),
  };
}

function flipsOf(before: Reading, after: Reading, indices: readonly number[]): NonNullable<Change["flips"]> {
  const lost = indices.filter((i) => before.numerators[i] === 1 && after.numerators[i] === 0);
  const won = indices.filter((i) => before.numerators[i] === 0 && after.numerators[i] === 1);
  return { negative: lost.length, positive: won.length, lost, won };
}

function isVerdict(reading: Reading, i: number): boolean {
  return denominatorOf(reading, i) === 1 && (reading.numerators[i] === 0 || reading.numerators[i] === 1);
}

function keyOf({ measure, language, facet, set }: Reading): string {
  return JSON.stringify([measure, language, facet, set]);
}
