/** Sum of products, in f64. Two sums side by side, as one would wait for its own last addition. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const even = a.length - (a.length % 2);
  let [sum, other] = [0, 0];
  for (let i = 0; i < even; i += 2) {
    sum += a[i]! * b[i]!;
    other += a[i + 1]! * b[i + 1]!;
  }
  return sum + other + (even < a.length ? a[even]! * b[even]! : 0);
}

/** Index of the greatest value; the lowest index among equals, 0 of none. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** Sum, from the first to the last; 0 of none. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i]!;
  return total;
}

/** Mean; NaN of none. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}
