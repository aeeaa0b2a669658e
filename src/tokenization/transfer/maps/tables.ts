import { cosineOf } from "../../../merging/arithmetic/vectors";

/** An embedding [rows, width], row-major. */
export interface Table {
  readonly width: number;
  readonly values: Float32Array;
}

export function rowAt({ values, width }: Table, row: number): Float32Array {
  return values.subarray(row * width, (row + 1) * width);
}

/** The rows named, one after the other. */
export function rowsOf(table: Table, rows: readonly number[]): Float32Array {
  const picked = new Float32Array(rows.length * table.width);
  for (const [at, row] of rows.entries()) picked.set(rowAt(table, row), at * table.width);
  return picked;
}

/** Mean over rows of the cosine between the two tables' rows. */
export function meanCosine(a: Float32Array, b: Float32Array, width: number): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += width) {
    sum += cosineOf(a.subarray(at, at + width), b.subarray(at, at + width));
  }
  return (sum * width) / a.length;
}

/** Every tenth of a list, shuffled by multiples of a prime, is held out: [fitted, held out]. */
export function split<Item>(items: readonly Item[]): readonly [Item[], Item[]] {
  const [fitted, held]: [Item[], Item[]] = [[], []];
  for (const [at, item] of items.entries()) ((at * 7919) % 10 === 0 ? held : fitted).push(item);
  return [fitted, held];
}
