import { ok, type Result } from "../result";
import type { Intervention } from "./intervention";
import { steer, type SteeringVector } from "./interventions";

/** A vector for the tokens from `from` up to, not including, `to`, counted from the first that is written. */
export interface ScheduledVector {
  readonly vector: SteeringVector;
  readonly from: number;
  readonly to: number;
}

/**
 * Interventions that follow a schedule token by token. A token is decided one position before it is written, so a span acts
 * one position ahead; the first token is decided in the prompt, which is steered whole.
 */
export function steerOnSchedule(spans: readonly ScheduledVector[], strength: number): Result<readonly Intervention[]> {
  const interventions: Intervention[] = [];
  for (const { vector, from, to } of spans) {
    const window = { from: Math.max(0, from - 1), to: Math.max(0, to - 1) };
    for (const span of from === 0 ? (["prompt", window] as const) : [window]) {
      const intervention = steer(vector, strength, span);
      if (!intervention.ok) return intervention;
      interventions.push(intervention.value);
    }
  }
  return ok(interventions);
}
