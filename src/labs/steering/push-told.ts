import { operationWords } from "./applying/operation-words";
import type { SteeringResult } from "./result";
import { steeredLayers } from "./steerable-layers";
import { classDistances, shown } from "./wording";

/** "1 class distance added after layer 2 of 8"; "the direction capped at 0.5 of the way after layers 3 to 7 of 8". */
export function pushTold(result: SteeringResult): string {
  const places = `${layersTold(steeredLayers(result), result.model.layers)} of ${result.model.layers}`;
  const done = doneWith(result);
  if (!sharesOut(result)) return `${done} after ${places}`;
  return result.joined
    ? `${done} after ${places}, what is added shared out among them`
    : `${done}, shared out among ${places}`;
}

/** What each of the layers gets of the strength: what is added is shared out. */
export function strengthALayer(result: SteeringResult): number {
  return sharesOut(result) ? result.strength / steeredLayers(result).length : result.strength;
}

/** "layer 2", "layers 3 to 7", "all layers", or those of a file, which may be "layers 1, 4". */
export function layersTold(layers: readonly number[], all: number): string {
  if (layers.length === 1) return `layer ${layers[0]}`;
  if (layers.length === all) return "all layers";
  const [first, last] = [layers[0]!, layers.at(-1)!];
  return last - first + 1 === layers.length ? `layers ${first} to ${last}` : `layers ${layers.join(", ")}`;
}

function sharesOut(result: SteeringResult): boolean {
  const { operation = "add", joined } = result;
  const adds = joined ? joined.directions.some((one) => one.operation === "add") : operation === "add";
  return adds && steeredLayers(result).length > 1;
}

/** "1 class distance added"; "the direction capped at 0.5 of the way". */
function doneWith({ operation = "add", strength, joined }: SteeringResult): string {
  if (joined) return `${joined.directions.length} directions`;
  if (operation === "add") return `${classDistances(strength)} added`;
  const { done, unit } = operationWords[operation];
  if (operation === "ablate") return `the direction ${done}`;
  return `the direction ${done}${operation === "cap" ? " at" : ""}${operation === "project" ? "," : ""} ${shown(strength)} ${unit}`;
}
