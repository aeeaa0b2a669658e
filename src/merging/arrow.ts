import { dot, sum } from "../vectors";

/**
 * The direction of inputs to which a difference answers most (Arrow's prototype): the top right singular vector of `difference`
 * [out, in], by power iteration. Ostapenko et al. 2024, arXiv 2405.11157, for adapters B A; here for what a whole fine-tune changed.
 */
export function prototypeOf(difference: Float32Array, columns: number, steps = 100): Float32Array {
  let vector = Float32Array.from({ length: columns }, (_, i) => 1 + i / columns);
  for (let step = 0; step < steps; step++) {
    const next = new Float32Array(columns);
    for (let row = 0; row < difference.length; row += columns) {
      let along = 0;
      for (let j = 0; j < columns; j++) along += difference[row + j]! * vector[j]!;
      for (let j = 0; j < columns; j++) next[j]! += along * difference[row + j]!;
    }
    const length = Math.hypot(...next);
    if (length === 0) return vector;
    vector = next.map((value) => value / length);
  }
  return vector;
}

/**
 * How much each expert would count for an input x [D]: softmax(|x · prototype| / temperature) over the `top` largest, 0 for the
 * others. The sign of a singular vector means nothing, hence the absolute value.
 */
export function arrowGates(
  x: Float32Array,
  prototypes: readonly Float32Array[],
  { top = prototypes.length, temperature = 1 } = {},
): readonly number[] {
  const answers = prototypes.map((prototype) => Math.abs(dot(prototype, x)));
  const order = answers.map((_, expert) => expert).toSorted((a, b) => answers[b]! - answers[a]!);
  const chosen = new Set(order.slice(0, top));
  const largest = answers[order[0]!]!;
  const weights = answers.map((answer, expert) =>
    chosen.has(expert) ? Math.exp((answer - largest) / temperature) : 0,
  );
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}
