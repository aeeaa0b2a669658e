import type { Random } from "../../random";
import { sum } from "../../vectors";

/** Up to so many items every exchange is tried: 2^12 = 4,096. */
const exactUpTo = 12;

const signs = Float64Array.of(-1, 1);

/**
 * Paired permutation test (Fisher 1935; Noreen 1989): under the null hypothesis each item's two results may be exchanged.
 * Two-sided p of the observed sum of differences: exact for up to 12 items, else (1 + as extreme) / (1 + draws).
 */
export function pairedPermutation(differences: readonly number[], random: Random, draws = 2000): number {
  const observed = Math.abs(sum(differences));
  // Sums that differ only in rounding count as equally extreme.
  const limit = observed * (1 - 1e-12) - 1e-15;
  const n = differences.length;
  let extreme = 0;
  if (n <= exactUpTo) {
    const all = 2 ** n;
    for (let signs = 0; signs < all; signs += 1) {
      const exchanged = differences.map((value, i) => (Math.floor(signs / 2 ** i) % 2 === 1 ? -value : value));
      if (Math.abs(sum(exchanged)) >= limit) extreme += 1;
    }
    return extreme / all;
  }
  const values = Float64Array.from(differences);
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    // Looked up, as no processor foresees a branch on chance.
    for (let i = 0; i < n; i += 1) total += signs[Math.floor(2 * random())]! * values[i]!;
    if (Math.abs(total) >= limit) extreme += 1;
  }
  return (1 + extreme) / (1 + draws);
}
