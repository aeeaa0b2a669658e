import type { ResidualIntervention } from "./intervention";
import { mean as meanOf } from "../vectors";
import { mean, norm, scale, unit } from "./vectors";

/**
 * The mean state of the tokens `from` up to, not including, `to`, made as long as the states behind them are on average (behind none:
 * as long as their own). What SWIE learns to add to later states (Chen et al. 2023, 2308.12674), read off the model as it is.
 * `states` is [S,D], row-major, S > from.
 */
export function instructionState(
  states: Float32Array,
  width: number,
  [from, to]: readonly [number, number],
): Float32Array {
  const rows = Array.from({ length: states.length / width }, (_, s) => states.subarray(s * width, (s + 1) * width));
  const span = rows.slice(from, to);
  const behind = rows.slice(to);
  const direction = unit(mean(span)) ?? new Float32Array(width);
  return scale(direction, meanOf((behind.length > 0 ? behind : span).map(norm)));
}

/** Adds `weight` times the state behind block `layer` at every position from the absolute one `from` on. Weight 0 changes nothing. */
export function reinject(
  layer: number,
  state: Float32Array,
  weight: number,
  from: number,
): readonly ResidualIntervention[] {
  return [
    { kind: "add", layer, vector: state, strength: weight },
    { kind: "guard", layer, from },
  ];
}
