import type { Random } from "../random";
import { principalComponent } from "./directions/principal-component";
import { dot } from "../vectors";
import { addScaled, norm } from "./vectors";

/** Vectors seen along their two directions of greatest spread. */
export interface PlaneMap {
  /** One a vector, in units of the activations, around the mean. */
  readonly points: readonly (readonly [number, number])[];
  /** Share of the variance along each, 0 to 1. */
  readonly explained: readonly [number, number];
}

/** Principal components 1 and 2 of vectors [N][D] after centring; a spread of 0 gives points at 0. */
export function planeMap(vectors: readonly Float32Array[], random: Random): PlaneMap {
  const width = vectors[0]?.length ?? 0;
  let mean: Float32Array = new Float32Array(width);
  for (const vector of vectors) mean = addScaled(mean, vector, 1 / vectors.length);
  const centred = vectors.map((vector) => addScaled(vector, mean, -1));
  const total = centred.reduce((sum, vector) => sum + dot(vector, vector), 0);
  const first = principalComponent(centred, random);
  const x = centred.map((vector) => dot(vector, first.vector));
  const rest = centred.map((vector, i) => addScaled(vector, first.vector, -x[i]!));
  // What rounding leaves of a line is no second direction.
  const left = rest.reduce((sum, vector) => sum + dot(vector, vector), 0);
  const flat = left <= 1e-10 * total;
  const second = flat ? { vector: new Float32Array(width), eigenvalue: 0 } : principalComponent(rest, random);
  const y = rest.map((vector) => dot(vector, second.vector));
  const share = (eigenvalue: number) => (total === 0 ? 0 : eigenvalue / total);
  return {
    points: x.map((value, i) => [value, y[i]!]),
    explained: [share(first.eigenvalue), share(second.eigenvalue)],
  };
}

/** Share of vectors whose nearest other one, by cosine, has the same label. */
export function sameNearest(vectors: readonly Float32Array[], labels: readonly (string | number)[]): number {
  const norms = vectors.map(norm);
  const hits = vectors.filter((vector, i) => {
    let [best, nearest] = [Number.NEGATIVE_INFINITY, -1];
    for (const [j, other] of vectors.entries()) {
      const cosine = j === i ? Number.NEGATIVE_INFINITY : dot(vector, other) / (norms[i]! * norms[j]! || 1);
      if (cosine > best) [best, nearest] = [cosine, j];
    }
    return labels[nearest] === labels[i];
  });
  return hits.length / vectors.length;
}
