import type { Recipe, Slice } from "./recipe";

export const frankenKinds = ["repeat", "skip", "mirror", "stack"] as const;
export type FrankenKind = (typeof frankenKinds)[number];

/** Whole layers moved about: none is changed, so no weight is new. */
export interface Frankenmerge {
  readonly kind: FrankenKind;
  readonly a: string;
  /** What is stacked on A; the other kinds have one model. */
  readonly b: string | undefined;
  /** Layers of each model. */
  readonly layers: number;
  /** The layers meant: repeated, skipped, mirrored; of a stack those of B. Half-open. */
  readonly first: number;
  readonly end: number;
}

/**
 * repeat: the layers stand twice; skip: they are left out; mirror: they stand again in reverse order; stack: they are put on the
 * whole of A (depth up-scaling where A and B are one model).
 */
export function recipeOfFrankenmerge({ kind, a, b, layers, first, end }: Frankenmerge): Recipe {
  const part = (model: string, from: number, to: number): readonly Slice[] =>
    from < to ? [{ sources: [{ model, layer_range: [from, to] }] }] : [];
  const slices: Readonly<Record<FrankenKind, () => readonly Slice[]>> = {
    repeat: () => [...part(a, 0, end), ...part(a, first, layers)],
    skip: () => [...part(a, 0, first), ...part(a, end, layers)],
    mirror: () => [
      ...part(a, 0, end),
      ...Array.from({ length: end - first }, (_, i) => part(a, end - 1 - i, end - i)).flat(),
      ...part(a, end, layers),
    ],
    stack: () => [...part(a, 0, layers), ...part(b ?? a, first, end)],
  };
  return { merge_method: "passthrough", slices: slices[kind]() };
}
