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
