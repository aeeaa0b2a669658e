import { addScaled, cosine, norm } from "./vectors";
import { dot } from "../vectors";

/** Cosines of N directions [D] with each other, [N][N]. */
export function cosinesOf(directions: readonly Float32Array[]): readonly (readonly number[])[] {
  return directions.map((a) => directions.map((b) => cosine(a, b)));
}

/** The sum of vectors [D], each times its factor. */
export function sumOf(
  parts: readonly { readonly direction: Float32Array; readonly factor: number }[],
  width: number,
): Float32Array {
  const total = new Float32Array(width);
  for (const { direction, factor } of parts) {
    for (let d = 0; d < width; d += 1) total[d]! += factor * direction[d]!;
  }
  return total;
}

/** What is left of a direction in units of its length is below this: it says nothing that the others do not. */
const leastRemainder = 1e-4;

/**
 * Each direction [D] less what lies along those before it (modified Gram-Schmidt): the first stays as it is, and what is left
 * of the others is not made longer. null for one that lies in the span of those before it.
 */
export function orthogonalised(directions: readonly Float32Array[]): readonly (Float32Array | null)[] {
  const basis: Float32Array[] = [];
  return directions.map((direction) => {
    const rest = basis.reduce((left, axis) => addScaled(left, axis, -dot(left, axis)), direction);
    const length = norm(rest);
    if (!(length > leastRemainder * norm(direction))) return null;
    basis.push(rest.map((value) => value / length));
    return rest;
  });
}
