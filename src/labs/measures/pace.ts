import type { Cost } from "../../measures/card/needs";

/** Seconds a unit of work: a token that is written, or twelve bytes that are read at once. */
let secondsPerUnit = 0.0035;

function units({ bytesRead, tokensWritten }: Pick<Cost, "bytesRead" | "tokensWritten">): number {
  return tokensWritten + bytesRead / 12;
}

/** Seconds that work should take. */
export function paceOf(cost: Pick<Cost, "bytesRead" | "tokensWritten">): number {
  return units(cost) * secondsPerUnit;
}

/** Learns from work that was done, where it was enough to tell. */
export function notePace(cost: Pick<Cost, "bytesRead" | "tokensWritten">, seconds: number): void {
  if (units(cost) > 200 && seconds > 0.2) secondsPerUnit = seconds / units(cost);
}
