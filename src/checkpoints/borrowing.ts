import { layerCount, layerTensorName } from "../merging/tensor-name";
import type { Borrowing, Checkpoint } from "./checkpoint";
import { bytesPerElement, elementCount } from "./dtype";
import type { VirtualCheckpoint } from "./virtual";

/** What a merge reads of each parent that is given. Only these tensors are fetched. */
export function borrowings(
  merged: Pick<VirtualCheckpoint, "plan">,
  parents: ReadonlyMap<string, Checkpoint>,
): readonly Borrowing[] {
  const wanted = new Map<string, Set<string>>();
  for (const { origin } of merged.plan.tensors.values()) {
    for (const { model, tensor } of origin.kind === "copy" ? [origin.from] : origin.from) {
      wanted.set(model, (wanted.get(model) ?? new Set()).add(tensor));
    }
  }
  return [...parents].map(([model, parent]) => {
    const names = wanted.get(model) ?? new Set<string>();
    const layers = new Set([...names].flatMap((name) => layerTensorName(name)?.layer ?? []));
    const bytes = (of: Iterable<string>) => [...of].reduce((sum, name) => sum + bytesOf(parent, name), 0);
    return {
      model,
      layers: layers.size,
      ofLayers: layerCount(parent.tensors.keys()),
      bytes: bytes(names),
      ofBytes: bytes(parent.tensors.keys()),
    };
  });
}

/** Bytes of one tensor as it is stored. */
export function bytesOf(checkpoint: Checkpoint, name: string): number {
  const { shape, type, storedBytes } = checkpoint.tensors.get(name)!;
  return storedBytes ?? elementCount(shape) * bytesPerElement[type];
}
