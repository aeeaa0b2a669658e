import type { Guard, ResidualIntervention, Span } from "./intervention";
import { dot } from "../vectors";
import { addScaled, norm, scale, unit } from "./vectors";

/** Where a piece of a sequence lies: positions are absolute, so a result does not depend on how the cache cut it. */
export interface Piece {
  /** P: positions already in the cache before this piece. */
  readonly past: number;
  /** Positions of the prompt; what follows is generated. */
  readonly promptLength: number;
}

type Stream = readonly Float32Array[];

/**
 * What the interventions of one layer mean together, on the residual stream h [S,D] after it: the definition that the
 * engine's graphs are held to. Each changes what the one before left; a guard bounds the whole.
 */
export function applyAll(interventions: readonly ResidualIntervention[], residual: Stream, piece: Piece): Stream {
  const guards = interventions.filter((one) => one.kind === "guard");
  const edits = interventions.filter((one) => one.kind !== "guard");
  const edited = edits.reduce((stream, one) => applyToResidual(one, stream, piece), residual);
  return guards.reduce((stream, guard) => bounded(guard, residual, stream, piece), edited);
}

/** What one of them means alone. */
export function applyToResidual(intervention: ResidualIntervention, residual: Stream, piece: Piece): Stream {
  if (intervention.kind === "guard") return bounded(intervention, residual, residual, piece);
  const edit = editOf(intervention);
  return residual.map((h, s) => (touches(intervention.span, piece, s) ? edit(h) : h));
}

function editOf(intervention: Exclude<ResidualIntervention, Guard>): (h: Float32Array) => Float32Array {
  switch (intervention.kind) {
    case "add":
      return (h) => addScaled(h, intervention.vector, intervention.strength);
    case "ablate": {
      const direction = unit(intervention.direction);
      return (h) => (direction === null ? h : addScaled(h, direction, -dot(h, direction)));
    }
    case "low-rank":
      return (h) => addLowRank(h, intervention.u, intervention.v, intervention.rank);
  }
}

function bounded(guard: Guard, residual: Stream, edited: Stream, piece: Piece): Stream {
  const { from = 0, keepNorm = false, cap, when } = guard;
  const [ceiling, condition] = [cap, when].map((one) => (one ? unit(one.direction) : null));
  return residual.map((h, s) => {
    const e = edited[s]!;
    if (!touches(guard.span, piece, s)) return e;
    if (piece.past + s < from || (when && condition && dot(h, condition) <= when.above)) return h;
    const over = cap && ceiling ? Math.max(0, dot(e, ceiling) - cap.most) : 0;
    const capped = over > 0 ? addScaled(e, ceiling!, -over) : e;
    return keepNorm && norm(capped) > 0 ? scale(capped, norm(h) / norm(capped)) : capped;
  });
}

function touches(span: Span = "both", { past, promptLength }: Piece, s: number): boolean {
  /** The number of the position among those generated; below 0 in the prompt. */
  const generated = past + s - promptLength;
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
