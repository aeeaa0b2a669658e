import type { Guard } from "../steering/intervention";
import { unit } from "../steering/vectors";
import type { EditInput } from "./interventions";

/** Larger than any activation, and finite in f32: a bound that is not there. */
const unbounded = 3e38;

/** The inputs of a guarded layer for B rows: cap and condition [B,1,D], bounds [B,1,4]. A row without a guard is left alone. */
export function guardInputs(
  layer: number,
  guards: readonly (Guard | undefined)[],
  width: number,
): readonly EditInput[] {
  const rows = guards.length;
  const cap = new Float32Array(rows * width);
  const condition = new Float32Array(rows * width);
  const bounds = new Float32Array(rows * 4);
  for (const [b, guard] of guards.entries()) {
    const ceiling = guard?.cap && unit(guard.cap.direction);
    const gate = guard?.when && unit(guard.when.direction);
    if (ceiling) cap.set(ceiling, b * width);
    if (gate) condition.set(gate, b * width);
    const most = ceiling ? guard.cap.most : unbounded;
    const above = gate ? guard.when.above : -unbounded;
    bounds.set([guard?.from ?? 0, guard?.keepNorm ? 1 : 0, most, above], b * 4);
  }
  return [
    { name: `guard.${layer}.cap`, dims: [rows, 1, width], values: cap },
    { name: `guard.${layer}.condition`, dims: [rows, 1, width], values: condition },
    { name: `guard.${layer}.bounds`, dims: [rows, 1, 4], values: bounds },
  ];
}
