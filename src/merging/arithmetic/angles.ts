/** Nearer to one line than this, `slerp` takes the chord, as mergekit does. */
export const colinear = 0.9995;

/**
 * The factors of two end points at t along the arc between them; the chord beyond the |cosine| `limit` and where the
 * cosine is NaN because a tensor is zero.
 */
export function arcFactors(cosine: number, t: number, limit: number): readonly [number, number] {
  if (Number.isNaN(cosine) || Math.abs(cosine) > limit) return [1 - t, t];
  const angle = Math.acos(cosine);
  return [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
}
