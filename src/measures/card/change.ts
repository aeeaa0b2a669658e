import { replayedRandom } from "../../random";
import { holm } from "../statistics/holm";
import { differenceInterval, type Interval } from "../statistics/interval";
import { type Flips, mcnemar } from "../statistics/mcnemar";
import { leastP, ratioPermutation } from "../statistics/permutation";
import { type Ratio, ratioOf } from "../statistics/ratio";
import type { CardMeasure } from "./card-measure";
import { denominatorOf, type Reading, type ReadingOptions, termsOf } from "./reading";

/** What changed between two variants in one number, on the items that both could be measured on. */
export interface Change {
  readonly measure: string;
  readonly language: string;
  readonly facet: string;
  /** The number after less the number before, both of the common items. */
  readonly difference: number;
  /** Of the difference; null where there is none. Resampled when asked for: a table of all changes shows none. */
  readonly interval: () => Interval | null;
  readonly n: number;
  /** Of items that are right or wrong: negative and lost are right before and wrong after. */
  readonly flips: (Flips & { readonly lost: readonly number[]; readonly won: readonly number[] }) | null;
  /** McNemar's exact test for right and wrong, else the paired permutation test. */
  readonly test: "McNemar" | "permutation";
  readonly p: number;
  /** Holm's correction over the changes that were asked for together and can be tested, which one item cannot. */
  readonly adjusted: number;
  /** The least p that so many items can give, times the number of changes that are corrected together. */
  readonly least: number;
}

/** Every change between the readings of two variants; readings without common items are left out. */
export function changesBetween(
  measures: readonly CardMeasure[],
  before: readonly Reading[],
  after: readonly Reading[],
  options: ReadingOptions,
): readonly Change[] {
  const changes = after.flatMap((reading) => {
    const measure = measures.find(({ id }) => id === reading.measure);
    const base = before.find((other) => keyOf(other) === keyOf(reading));
    const change = measure && base && changeOf(measure, base, reading, options);
    return change ? [change] : [];
  });
  const tested = changes.filter(({ n }) => n > 1);
  const adjusted = new Map(holm(tested.map(({ p }) => p)).map((p, i) => [tested[i], p]));
  return changes.map((change) => ({
    ...change,
    adjusted: adjusted.get(change) ?? 1,
    least: Math.min(1, leastP(change.n) * Math.max(1, tested.length)),
  }));
}

function changeOf(
  measure: CardMeasure,
  before: Reading,
  after: Reading,
  { seed, interval }: ReadingOptions,
): Omit<Change, "adjusted" | "least"> | null {
  const indices = after.numerators
    .map((_, i) => i)
    .filter((i) => denominatorOf(after, i) !== 0 && i < before.numerators.length && denominatorOf(before, i) !== 0);
  if (indices.length === 0) return null;
  const [base, own] = [ratioOver(before, indices), ratioOver(after, indices)];
  const verdicts = termsOf(measure, after).verdict && [base, own].every(areVerdicts);
  const flips = verdicts ? flipsOf(before, after, indices, measure.better === "lower" ? 0 : 1) : null;
  return {
    measure: after.measure,
    language: after.language,
    facet: after.facet,
    difference: ratioOf(own) - ratioOf(base),
    interval: () => differenceInterval(base, own, replayedRandom(seed), { method: interval }),
    n: indices.length,
    flips,
    test: flips ? "McNemar" : "permutation",
    p: flips ? mcnemar(flips) : ratioPermutation(base, own, replayedRandom(seed)),
  };
}

function ratioOver(reading: Reading, indices: readonly number[]): Ratio {
  return {
    numerators: indices.map((i) => reading.numerators[i]!),
    denominators: indices.map((i) => denominatorOf(reading, i)),
  };
}

function areVerdicts({ numerators, denominators }: Ratio): boolean {
  return denominators.every((one) => one === 1) && numerators.every((one) => one === 0 || one === 1);
}

/** `right` is the numerator of a right item: 0 where the measure counts what is wrong. */
function flipsOf(
  before: Reading,
  after: Reading,
  indices: readonly number[],
  right: 0 | 1,
): NonNullable<Change["flips"]> {
  const flipped = indices.filter((i) => before.numerators[i] !== after.numerators[i]);
  const lost = flipped.filter((i) => before.numerators[i] === right);
  const won = flipped.filter((i) => after.numerators[i] === right);
  return { negative: lost.length, positive: won.length, lost, won };
}

function keyOf({ measure, language, facet, set }: Reading): string {
  return JSON.stringify([measure, language, facet, set]);
}
