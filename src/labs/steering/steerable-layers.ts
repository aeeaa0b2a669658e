import type { SteeringResult } from "./result";

/** The layers at which the result has a direction: those of the vector file, else all. */
export function steerableLayers({ made, layers }: Pick<SteeringResult, "made" | "layers">): readonly number[] {
  return made?.fileLayers ?? layers.map((_, layer) => layer);
}

/** The layers at which something is done: the chosen one, it and all later ones, or all, of those that have a direction. */
export function steeredLayers(result: Pick<SteeringResult, "made" | "layers" | "layer" | "spread">): readonly number[] {
  const { layer, spread = "one" } = result;
  return steerableLayers(result).filter(
    (index) => spread === "all" || index === layer || (spread === "onwards" && index > layer),
  );
}
