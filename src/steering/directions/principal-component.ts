import type { Random } from "../../random";
import { dot } from "../../vectors";
import { addScaled, gaussian, norm, scale } from "../vectors";

const maximalSteps = 1000;
const tolerance = 1e-7;

/**
 * First right singular vector of X [N,D] and its squared singular value: power iteration on X^T X from a random start,
 * without forming the matrix. The sign is arbitrary. Rows are used as they are; centre them first where that is wanted.
 */
export function principalComponent(
  rows: readonly Float32Array[],
  random: Random,
): { readonly vector: Float32Array; readonly eigenvalue: number } {
  let vector = gaussian(rows[0]?.length ?? 0, random);
  vector = scale(vector, 1 / norm(vector));
  let eigenvalue = 0;
  for (let step = 0; step < maximalSteps; step += 1) {
    let next: Float32Array = new Float32Array(vector.length);
    for (const row of rows) next = addScaled(next, row, dot(row, vector));
    eigenvalue = norm(next);
    if (eigenvalue === 0) return { vector: next, eigenvalue };
    next = scale(next, 1 / eigenvalue);
    const moved = norm(addScaled(next, vector, -1));
    vector = next;
    if (moved < tolerance) break;
  }
  return { vector, eigenvalue };
}
