import { expect } from "vitest";

/** Largest |actual - expected|; the lengths must agree. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

/** `largestDifference` in units of the largest magnitude that is expected. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let scale = 0;
  for (let i = 0; i < expected.length; i++) scale = Math.max(scale, Math.abs(expected[i]!));
  return largestDifference(actual, expected) / scale;
}

/** Rows of positions from `firstPosition` on, as the golden file keeps them: the axis before the last is S. */
export function tail(
  dims: readonly number[],
  data: Float32Array,
  { ids, firstPosition }: { readonly ids: readonly number[]; readonly firstPosition: number },
): readonly number[] {
  const width = dims.at(-1)!;
  return [...data].filter((_, index) => Math.floor(index / width) % ids.length >= firstPosition);
}
