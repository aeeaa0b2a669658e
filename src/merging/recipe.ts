import type { MergeMethodName } from "./methods/index";

/**
 * A merge as one value: what mergekit's YAML holds, the panel's controls edit, and a link carries. `slices` are listed in
 * the order of the output's layers; `models` in YAML is sugar for one slice over all layers.
 */
export interface Recipe {
  readonly merge_method: MergeMethodName;
  readonly base_model?: string;
  readonly slices: readonly Slice[];
  readonly parameters?: Parameters;
  /** Type in which the result is stored; the parents' own when absent. Arithmetic is in f32. */
  readonly dtype?: MergeDtype;
}

export const mergeDtypes = ["float32", "float16", "bfloat16"] as const;
export type MergeDtype = (typeof mergeDtypes)[number];

export interface Slice {
  readonly sources: readonly Source[];
  readonly parameters?: Parameters;
}

export interface Source {
  /** An embedded id or `owner/name@revision`. */
  readonly model: string;
  /**
   * Half-open: layers a to b-1. All sources of a slice have equal length. Absent (the `models` form): every layer of the
   * model; then the recipe has one slice and no source has a range.
   */
  readonly layer_range?: readonly [number, number];
  readonly parameters?: Parameters;
}

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A scalar, a gradient over the layers of a slice, or a list of filtered values of which the first match wins. */
export type ParameterValue = Setting | readonly FilteredValue[];

export type Setting = number | boolean | readonly number[];

export interface FilteredValue {
  /** Part of a tensor's name; absent or `*` matches every name. */
  readonly filter?: string;
  readonly value: Setting;
}

/** The models that a recipe names, each once, in order of appearance. */
export function modelsOf(recipe: Recipe): readonly string[] {
  const named = recipe.slices.flatMap((slice) => slice.sources.map((source) => source.model));
  return [...new Set(recipe.base_model === undefined ? named : [...named, recipe.base_model])];
}
