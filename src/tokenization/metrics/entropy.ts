import { sum } from "./metric";

/**
 * Rényi entropy of order `alpha` in bits, of a distribution given by counts: H = log2(Σ p^α) / (1 - α); its limit, Shannon's,
 * at α = 1 (Rényi 1961). 0 for an empty list.
 */
export function renyiEntropy(counts: readonly number[], alpha: number): number {
  const total = sum(counts);
  const shares = counts.filter((count) => count > 0).map((count) => count / total);
  if (shares.length === 0) return 0;
  if (alpha === 1) return -sum(shares.map((share) => share * Math.log2(share)));
  return Math.log2(sum(shares.map((share) => share ** alpha))) / (1 - alpha);
}

/**
 * Entropy over the most there can be, log2 of the number of types: 1 when all are equally frequent (Zouhar et al. 2023).
 * `null` with fewer than two types.
 */
export function efficiency(counts: readonly number[], alpha: number, types = counts.length): number | null {
  return types < 2 ? null : renyiEntropy(counts, alpha) / Math.log2(types);
}
