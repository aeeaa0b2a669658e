/** What something costs, less being better, and what it gains, more being better. */
export interface Traded {
  readonly cost: number;
  readonly gain: number;
}

/** For each, whether no other is at least as good in both and better in one (Pareto 1896). */
export function onFront(points: readonly Traded[]): readonly boolean[] {
  return points.map(
    ({ cost, gain }) =>
      !points.some((other) => other.gain >= gain && other.cost <= cost && (other.gain > gain || other.cost < cost)),
  );
}
