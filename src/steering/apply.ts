import type { Intervention, Span } from "./intervention";
import { dot } from "../vectors";
import { addScaled, unit } from "./vectors";

/** Where a piece of a sequence lies: positions are absolute, so a result does not depend on how the cache cut it. */
export interface Piece {
  /** P: positions already in the cache before this piece. */
  readonly past: number;
  /** Positions of the prompt; what follows is generated. */
  readonly promptLength: number;
}

/**
 * What an intervention means, on the residual stream h [S,D] after its layer: the definition that the engine's graphs
 * are held to. Neuron interventions act inside the MLP and are refused here with an exception.
 */
export function applyToResidual(
  intervention: Intervention,
  residual: readonly Float32Array[],
  { past, promptLength }: Piece,
): readonly Float32Array[] {
  switch (intervention.kind) {
    case "add": {
      const { vector, strength, span = "both" } = intervention;
      return residual.map((h, s) => {
        return touches(span, past + s - promptLength) ? addScaled(h, vector, strength) : h;
      });
    }
    case "ablate": {
      const direction = unit(intervention.direction);
      return direction === null ? residual : residual.map((h) => addScaled(h, direction, -dot(h, direction)));
    }
    case "low-rank":
      return residual.map((h) => addLowRank(h, intervention.u, intervention.v, intervention.rank));
    case "neurons":
      throw new Error("A neuron intervention acts on mlp.hook_post, not on the residual stream.");
  }
}

/** `generated` is the number of the position among those generated; below 0 in the prompt. */
function touches(span: Span, generated: number): boolean {
  if (typeof span === "object") return generated >= span.from && generated < span.to;
  return span === "both" || (span === "generation") === generated >= 0;
}

/** h + (h U) V with U [D,r] and V [r,D], row-major. */
function addLowRank(h: Float32Array, u: Float32Array, v: Float32Array, rank: number): Float32Array {
  let edited = h;
  for (let r = 0; r < rank; r += 1) {
    let weight = 0;
    for (let d = 0; d < h.length; d += 1) weight += h[d]! * u[d * rank + r]!;
    edited = addScaled(edited, v.subarray(r * h.length, (r + 1) * h.length), weight);
  }
  return edited;
}
