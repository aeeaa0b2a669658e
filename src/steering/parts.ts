import type { Result } from "../result";
import { ok } from "../result";
import type { Guard, ResidualIntervention, Span } from "./intervention";
import { rescaleComponent, steer } from "./interventions";
import type { LayerScale } from "./strength";

/**
 * What is done along a direction v. `add`: strength class distances of it. `ablate`: its component is removed. `project`: its
 * component is put at a place, 0 where the source set lies on average and 1 where the target set does. `scale`: its component is
 * multiplied by the strength. `cap`: its component is held at that place where it would lie beyond.
 */
export const operations = ["add", "ablate", "project", "scale", "cap"] as const;
export type Operation = (typeof operations)[number];

/** One direction at one layer and what is done along it. */
export interface Part {
  readonly operation: Operation;
  readonly strength: number;
  /** Unit vector [D]. */
  readonly direction: Float32Array;
  readonly scale: LayerScale;
  /** Where the means of the source and of the target set lie along the direction. */
  readonly ends: readonly [source: number, target: number];
}

/** What holds for all parts at a layer. */
export type Bounds = Pick<Guard, "from" | "keepNorm" | "when">;

/** The interventions of parts at a layer, in their order; at most one may be a cap. Problem: numbers that are not finite. */
export function interventionsOf(
  layer: number,
  parts: readonly Part[],
  bounds: Bounds,
  span: Span,
): Result<readonly ResidualIntervention[]> {
  const interventions: ResidualIntervention[] = [];
  let guard: Guard = { kind: "guard", layer, span, ...bounds };
  for (const part of parts) {
    const { direction, operation, strength } = part;
    const most = placeAt(part);
    if (operation === "cap") {
      guard = { ...guard, cap: { direction, most } };
      continue;
    }
    if (operation !== "add" && operation !== "scale") {
      interventions.push({ kind: "ablate", layer, direction, span });
      if (operation === "project") interventions.push({ kind: "add", layer, vector: direction, strength: most, span });
      continue;
    }
    const made =
      operation === "add"
        ? steer({ layer, direction, scale: part.scale }, strength, span)
        : rescaleComponent(layer, direction, strength);
    if (!made.ok) return made;
    interventions.push({ ...made.value, span });
  }
  return ok(bindsNothing(guard) ? interventions : [...interventions, guard]);
}

/** Along the direction: the strength's share of the way from the source's mean to the target's. */
function placeAt({ ends: [source, target], strength }: Part): number {
  return source + strength * (target - source);
}

function bindsNothing({ from = 0, keepNorm = false, cap, when }: Guard): boolean {
  return from === 0 && !keepNorm && !cap && !when;
}
