import type { Measure } from "./measure";

/**
 * Distinct n-grams of a text as a share of its n-grams: 1 when nothing repeats, near 0 in a loop. Counted within each
 * text, so that texts that resemble one another are not called repetitive. A text shorter than n is left out.
 */
export function distinct(n: number): Measure<readonly (string | number)[]> {
  return {
    id: `distinct-${n}`,
    name: `Distinct ${n}-grams`,
    unit: "share",
    better: "higher",
    source: "Li et al. 2016 (1510.03055)",
    parts: (tokens) => {
      const total = Math.max(0, tokens.length - n + 1);
      const grams = new Set<string>();
      for (let start = 0; start < total; start += 1) grams.add(JSON.stringify(tokens.slice(start, start + n)));
      return [grams.size, total];
    },
  };
}
