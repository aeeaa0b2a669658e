/** Pairs of verdicts on the same items: how many went from right to wrong, and from wrong to right. */
export interface Flips {
  readonly negative: number;
  readonly positive: number;
}

/**
 * McNemar's exact test (1947): two-sided p of so uneven flips if each were as likely one way as the other, from the
 * binomial distribution with n = negative + positive. 1 without flips.
 */
export function mcnemar({ negative, positive }: Flips): number {
  const n = negative + positive;
  const fewer = Math.min(negative, positive);
  let tail = 0;
  let logTerm = -n * Math.LN2;
  for (let k = 0; k <= fewer; k += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}
