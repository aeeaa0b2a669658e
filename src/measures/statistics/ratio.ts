import { sum } from "../../vectors";

/** A ratio of sums: item i has numerators[i] over denominators[i], which is above 0. */
export interface Ratio {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
}

export function ratioOf({ numerators, denominators }: Ratio): number {
  return sum(numerators) / sum(denominators);
}

/** The ratio without each item in turn, as the jackknife wants it. */
export function ratiosWithoutEach({ numerators, denominators }: Ratio): readonly number[] {
  const [above, below] = [sum(numerators), sum(denominators)];
  return numerators.map((numerator, i) => (above - numerator) / (below - denominators[i]!));
}
