import { fail, ok, type Result } from "../result";
import type { ResidualIntervention, Span } from "./intervention";
import type { LayerScale } from "./strength";
import { scale, unit } from "./vectors";

/** A direction ready to be used at one layer: unit vector [D] and the scale in which strengths are counted there. */
export interface SteeringVector {
  readonly layer: number;
  readonly direction: Float32Array;
  readonly scale: LayerScale;
}

/** Adds `strength` class distances of the direction after its layer. Strength 0 is the base, exactly. */
export function steer(
  { layer, direction, scale: { classDistance } }: SteeringVector,
  strength: number,
  span: Span = "both",
): Result<ResidualIntervention> {
  if (!Number.isFinite(strength) || !direction.every(Number.isFinite) || !Number.isFinite(classDistance)) {
    return fail({
      code: "intervention-invalid",
      what: "The strength or the direction is not a finite number.",
      remedy: "Use strengths between -8 and 8 class distances and a direction made from finite activations.",
      facts: { layer, strength: String(strength) },
    });
  }
  return ok({ kind: "add", layer, vector: direction, strength: strength * classDistance, span });
}

/** h <- h + (gain - 1)(h . v) v, v the unit direction: gain 0 removes the component, 2 doubles it, 1 changes nothing. */
export function rescaleComponent(layer: number, direction: Float32Array, gain: number): Result<ResidualIntervention> {
  const v = unit(direction);
  if (v === null || !Number.isFinite(gain)) {
    return fail({
      code: "intervention-invalid",
      what: "A direction of length 0 has no component to rescale.",
      remedy: "Make the direction from two sets of texts that differ.",
      facts: { layer },
    });
  }
  return ok({ kind: "low-rank", layer, rank: 1, u: v, v: scale(v, gain - 1) });
}
