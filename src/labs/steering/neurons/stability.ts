import type { Neurons } from "../../../experiments/documents/steering-neurons";
import { jaccard, type NeuronSet } from "../../../steering/neurons/lape";
import { type Activity, joined } from "../../neuron-activity";
import { findNeurons } from "./find";
import type { Stability } from "./result";

/** Up to four pieces of nearly equal length, in order; none is empty. */
export function inQuarters<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.min(4, items.length);
  const edge = (piece: number) => Math.round((piece * items.length) / count);
  return Array.from({ length: count }, (_, piece) => items.slice(edge(piece), edge(piece + 1)));
}

/** How far the neurons that fewer tokens give are those that all give, a quarter more at a time. `quarters` is by language. */
export function stabilityOf(
  neurons: Neurons,
  quarters: readonly (readonly Activity[])[],
  sets: readonly NeuronSet[],
  mlpWidth: number,
): readonly Stability[] {
  const steps = quarters[0]!.map((_, step) => quarters.map((pieces) => joined(pieces.slice(0, step + 1))));
  const found = steps.map((activities) => findNeurons(neurons, activities, mlpWidth));
  return sets.map((set, language) =>
    steps.map((activities, step) => ({
      tokens: activities[language]!.tokens,
      overlap: jaccard(found[step]![language]!, set),
    })),
  );
}
