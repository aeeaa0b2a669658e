import type { Sweep } from "./result";

/** The least push at which some layer turns half of the continuations, and all layers that do at that strength. */
export interface Turning {
  readonly strength: number;
  readonly layers: readonly number[];
}

/** null when no setting computed so far turns half of them. Strength 0 is the baseline and does not count. */
export function leastTurning({ strengths, cells }: Sweep): Turning | null {
  const turnings = strengths
    .map((strength, column) => ({
      strength,
      layers: cells.flatMap((row, layer) => ((row?.[column]?.success ?? 0) >= 0.5 ? [layer] : [])),
    }))
    .filter(({ strength, layers }) => strength !== 0 && layers.length > 0);
  return turnings.toSorted((a, b) => Math.abs(a.strength) - Math.abs(b.strength))[0] ?? null;
}
