import { sum } from "../../vectors";
import { type Frequencies, tokensOf, typesOf } from "./metric";

/**
 * Rényi entropy of order `alpha` in bits, of the distribution of tokens over ids: H = log2(Σ p^α) / (1 - α); its limit, Shannon's,
 * at α = 1 (Rényi 1961). 0 where there are none.
 */
export function renyiEntropy(frequencies: Frequencies, alpha: number): number {
  const total = tokensOf(frequencies);
  if (total === 0) return 0;
  if (alpha === 1) return -sum(frequencies.map(([times, ids]) => ids * (times / total) * Math.log2(times / total)));
  return Math.log2(sum(frequencies.map(([times, ids]) => ids * (times / total) ** alpha))) / (1 - alpha);
}

/**
 * Entropy over the most there can be, log2 of the number of ids that occur: 1 when all are equally frequent (Zouhar et al. 2023).
 * `null` with fewer than two.
 */
export function efficiency(frequencies: Frequencies, alpha: number): number | null {
  const types = typesOf(frequencies);
  return types < 2 ? null : renyiEntropy(frequencies, alpha) / Math.log2(types);
}
