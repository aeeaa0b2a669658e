/**
 * Holm's step-down correction (1979): p-values of a family of tests, adjusted so that a threshold on them bounds the chance
 * of even one false finding. In the order given.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, i) => i).toSorted((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.map(() => 0);
  let greatest = 0;
  for (const [rank, i] of order.entries()) {
    greatest = Math.max(greatest, Math.min(1, pValues[i]! * (pValues.length - rank)));
    adjusted[i] = greatest;
  }
  return adjusted;
}
