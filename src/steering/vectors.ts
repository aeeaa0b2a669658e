import { normal, type Random } from "../random";
import { dot } from "../vectors";

/** Euclidean length. */
export function norm(a: Float32Array): number {
  return Math.sqrt(dot(a, a));
}

/** Cosine of the angle between two vectors; 0 where one of them is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

/** a + factor * b. */
export function addScaled(a: Float32Array, b: Float32Array, factor: number): Float32Array {
  return a.map((value, d) => value + factor * b[d]!);
}

export function subtract(a: Float32Array, b: Float32Array): Float32Array {
  return addScaled(a, b, -1);
}

export function scale(a: Float32Array, factor: number): Float32Array {
  return a.map((value) => value * factor);
}

/** The vector divided by its length; null for a vector of length 0 or with a number that is not finite. */
export function unit(a: Float32Array): Float32Array | null {
  const length = norm(a);
  return length > 0 && Number.isFinite(length) ? scale(a, 1 / length) : null;
}

/** Mean of N vectors [N,D] -> [D], accumulated in double precision. N >= 1. */
export function mean(vectors: readonly Float32Array[]): Float32Array {
  const total = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let d = 0; d < total.length; d += 1) total[d]! += vector[d]!;
  }
  return Float32Array.from(total, (value) => value / vectors.length);
}

/** A vector [D] of independent standard normal numbers. */
export function gaussian(width: number, random: Random): Float32Array {
  return Float32Array.from({ length: width }, () => normal(random));
}
