import type { Estimate } from "./bootstrap";
import { normalQuantile } from "./normal";

/** Wilson's score interval of a share (1927): of use where all items are right, or none, and resampling has no spread. */
export function wilson(successes: number, n: number, level = 0.95): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 + level) / 2);
  const share = successes / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

/** A share of items that are right or wrong, with Wilson's interval. */
export function shareOf(value: number, n: number): Estimate {
  return { value, n, ...wilson(Math.round(value * n), n) };
}
