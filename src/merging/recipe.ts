/**
 * A merge as one value: what mergekit's YAML holds, the panel's controls edit, and a link carries. `slices` are listed in
 * the order of the output's layers; `models` in YAML is sugar for one slice over all layers.
 */
export interface Recipe {
  readonly merge_method: MergeMethodName;
  readonly base_model?: string;
  readonly slices: readonly Slice[];
  readonly parameters?: Parameters;
  /** Type in which the result is stored. Arithmetic is in f32. */
  readonly dtype?: "float32" | "float16" | "bfloat16";
}

export type MergeMethodName = "linear" | "slerp" | "passthrough";

export interface Slice {
  readonly sources: readonly Source[];
  readonly parameters?: Parameters;
}

export interface Source {
  /** An embedded id or `owner/name@revision`. */
  readonly model: string;
  /** Half-open: layers a to b-1. All sources of a slice have equal length. */
  readonly layer_range: readonly [number, number];
  readonly parameters?: Parameters;
}

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** A scalar, a gradient over the layers of a slice, or a list of filtered values of which the first match wins. */
export type ParameterValue =
  | number
  | boolean
  | readonly number[]
  | readonly { readonly filter?: string; readonly value: number | boolean | readonly number[] }[];
