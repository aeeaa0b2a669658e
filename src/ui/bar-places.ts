/**
 * Where a value lies along the track of bars, as a share of it in [0, 1]: the track goes from 0, or the least value below it, to `max`;
 * what lies beyond an end is put there.
 */
export function barPlaces(values: readonly (number | null)[], max: number): (value: number) => number {
  const least = values.reduce<number>((low, value) => (Number.isFinite(value) ? Math.min(low, value!) : low), 0);
  return (value) => Math.max(0, Math.min(1, (value - least) / (max - least)));
}
