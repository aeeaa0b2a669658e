import { operationWords } from "./applying/operation-words";
import type { SteeringResult } from "./result";
import { steeredLayers } from "./steerable-layers";

/** What steer.py is told besides; a sum of directions is added. */
export function flagsOf({ operation = "add", joined, bounds, made }: SteeringResult): string {
  const flags = [
    operation === "add" || joined ? "" : ` --operation ${operation}`,
    bounds?.keepNorm ? " --keep-norm" : "",
    bounds && bounds.from > 0 ? ` --from ${bounds.from}` : "",
    made && made.span !== "both" ? ` --span ${made.span}` : "",
  ];
  return flags.join("");
}

/** What is done here and not by steer.py, which edits one layer; and not by llama.cpp, which adds a vector everywhere. */
export function leftOut(result: SteeringResult): {
  readonly python: readonly string[];
  readonly llama: readonly string[];
} {
  const { operation = "add", joined, bounds, made } = result;
  const python = [
    ...(steeredLayers(result).length > 1 ? ["the other layers"] : []),
    ...(bounds?.condition ? ["the condition"] : []),
    ...(joined?.directions.some((one) => one.operation !== "add") ? ["the directions that are not added"] : []),
  ];
  const llama = [
    ...(operation === "add" || joined ? [] : [`a direction that is ${operationWords[operation].done}`]),
    ...(bounds?.keepNorm ? ["the length that is kept"] : []),
    ...(bounds && bounds.from > 0 ? ["the first position that is steered"] : []),
    ...(made && made.span !== "both" ? ["the positions that are left alone"] : []),
  ];
  return { python, llama: [...python, ...llama] };
}

/** "a", "a and b", "a, b and c". */
export function inWords(things: readonly string[]): string {
  return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}
