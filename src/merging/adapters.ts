/** A low-rank difference W = B A: B [out, r], A [r, in], row-major. */
export interface Adapter {
  readonly b: Float32Array;
  readonly a: Float32Array;
  readonly rank: number;
}

/** B A, [out, in]. */
export function productOf({ b, a, rank }: Adapter): Float32Array {
  const [rows, columns] = [b.length / rank, a.length / rank];
  const product = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < rank; k++) {
      for (let j = 0; j < columns; j++) product[i * columns + j]! += b[i * rank + k]! * a[k * columns + j]!;
    }
  }
  return product;
}

/**
 * A task's adapter less a general one (GenKnowSub). `product`: the differences themselves, B A − B' A'. `factors`: as public code
 * has it, (B − B')(A − A'), which is another thing.
 */
export function subtractAdapter(task: Adapter, general: Adapter, way: "product" | "factors"): Float32Array {
  const less = (x: Float32Array, y: Float32Array) => x.map((value, i) => value - y[i]!);
  if (way === "product") return less(productOf(task), productOf(general));
  return productOf({ b: less(task.b, general.b), a: less(task.a, general.a), rank: task.rank });
}

/** The direction of inputs to which an adapter answers most (Arrow's prototype): top right singular vector, by power iteration. */
export function prototypeOf(adapter: Adapter, steps = 100): Float32Array {
  const product = productOf(adapter);
  const columns = adapter.a.length / adapter.rank;
  let vector = Float32Array.from({ length: columns }, (_, i) => 1 + i / columns);
  for (let step = 0; step < steps; step++) {
    const next = new Float32Array(columns);
    for (let row = 0; row < product.length; row += columns) {
      let along = 0;
      for (let j = 0; j < columns; j++) along += product[row + j]! * vector[j]!;
      for (let j = 0; j < columns; j++) next[j]! += along * product[row + j]!;
    }
    const length = Math.hypot(...next);
    if (length === 0) return vector;
    vector = next.map((value) => value / length);
  }
  return vector;
}
