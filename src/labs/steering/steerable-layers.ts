import type { SteeringResult } from "./result";

/** The layers at which the result has a direction: those of the vector file, else all. */
export function steerableLayers({ made, layers }: SteeringResult): readonly number[] {
  return made?.fileLayers ?? layers.map((_, layer) => layer);
}
