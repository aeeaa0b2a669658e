import type { Sweep } from "./result";

/** The least push at which some layer turns half of the continuations, and all layers that do at that strength. */
export interface Turning {
  readonly strength: number;
  readonly layers: readonly number[];
}

/** The one nearest to the neutral strength, which does not count itself; null when no setting computed so far turns half of them. */
export function leastTurning({ strengths, cells }: Sweep, neutral: number): Turning | null {
  const turnings = strengths
    .map((strength, column) => ({
      strength,
      layers: cells.flatMap((row, layer) => ((row?.[column]?.success ?? 0) >= 0.5 ? [layer] : [])),
    }))
    .filter(({ strength, layers }) => strength !== neutral && layers.length > 0);
  return turnings.toSorted((a, b) => Math.abs(a.strength - neutral) - Math.abs(b.strength - neutral))[0] ?? null;
}
