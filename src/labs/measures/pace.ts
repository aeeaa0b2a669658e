import type { WeightFormat } from "../../compiler/program";
import type { Cost } from "../../measures/card/needs";

type Work = Pick<Cost, "bytesRead" | "tokensWritten" | "textsEmbedded">;

/** Seconds a unit of work: a token that is written, or twelve bytes that are read at once. */
let secondsPerUnit = 0.0035;

/** Seconds in which an embedded checkpoint is fetched and compiled. */
const secondsToOpen = 1.5;

/** A text whose activations are read costs so much more than its bytes. */
const unitsPerEmbedded = 3;

function units({ bytesRead, tokensWritten, textsEmbedded }: Work, weights: WeightFormat): number {
  // Blocks are unpacked at every run.
  const slower = weights === "q8" || weights === "q4" ? 1.8 : 1;
  return slower * (tokensWritten + bytesRead / 12 + unitsPerEmbedded * textsEmbedded);
}

/** Seconds that the work of a variant should take, of one that was opened before without opening it; 0 where there is none. */
export function paceOf(work: Work, weights: WeightFormat, opened: boolean): number {
  const wanted = units(work, weights);
  return wanted === 0 ? 0 : (opened ? 0 : secondsToOpen) + wanted * secondsPerUnit;
}

/** Learns from work that was done, where it was enough to tell. */
export function notePace(work: Work, weights: WeightFormat, seconds: number): void {
  const done = units(work, weights);
  if (done > 200 && seconds > 0.2) secondsPerUnit = seconds / done;
}
