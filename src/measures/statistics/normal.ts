/**
 * Phi(x), the share of a standard normal distribution below x, by Marsaglia's series (2004, Journal of Statistical
 * Software 11); absolute error under 1e-15.
 */
export function normalShare(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * (Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI));
}

/** The x with Phi(x) = share, by Newton's steps from a rational start (Abramowitz and Stegun 26.2.23). 0 and 1 give -/+ infinity. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) return share === 0 ? Number.NEGATIVE_INFINITY : share === 1 ? Infinity : Number.NaN;
  if (share > 0.5) return -normalQuantile(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step += 1) {
    x -= (normalShare(x) - share) * Math.sqrt(2 * Math.PI) * Math.exp(0.5 * x * x);
  }
  return x;
}
