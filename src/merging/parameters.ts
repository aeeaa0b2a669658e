import type { FilteredValue, Parameters, ParameterValue } from "./recipe";
import { filterMatches } from "./tensor-name";

/** Where a parameter is asked for: one tensor, at the relative depth t in [0, 1] of its slice. */
export interface Place {
  readonly tensor: string;
  readonly depth: number;
}

/**
 * Relative depth of layer `index` in a slice of `length` layers: index / (length - 1), and 1 in a slice of one layer.
 * Tensors outside the layers (embeddings, final norm, head) have depth 0. The rule is mergekit's.
 */
export function depthInSlice(index: number, length: number): number {
  return length > 1 ? index / (length - 1) : 1;
}

/**
 * A gradient's value at depth t: s = t * (values.length - 1), interpolated linearly between values[floor s] and the next.
 * An empty gradient has no value.
 */
export function gradientAt(values: readonly number[], depth: number): number | undefined {
  const position = depth * (values.length - 1);
  const left = Math.floor(position);
  const from = values[left];
  if (from === undefined) return undefined;
  const to = values[Math.min(values.length - 1, left + 1)]!;
  const fraction = position - left;
  return (1 - fraction) * from + fraction * to;
}

/** A setting's value at one place; undefined when it is a list of filters and none matches. */
export function valueAt(setting: ParameterValue, place: Place): number | boolean | undefined {
  if (typeof setting !== "object") return setting;
  if (isGradient(setting)) return gradientAt(setting, place.depth);
  const match = setting.find(({ filter }) => filter === undefined || filterMatches(filter, place.tensor));
  return match && valueAt(match.value, place);
}

/** The first level that has a value wins: source, then slice, then global. Levels are given in that order. */
export function lookUp(
  name: string,
  levels: readonly (Parameters | undefined)[],
  place: Place,
): number | boolean | undefined {
  for (const level of levels) {
    const setting = level?.[name];
    const value = setting === undefined ? undefined : valueAt(setting, place);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function isGradient(setting: readonly number[] | readonly FilteredValue[]): setting is readonly number[] {
  return setting.every((entry) => typeof entry === "number");
}
