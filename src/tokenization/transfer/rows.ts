import { seededRandom } from "../../random";
import { type Draw, independent } from "./draws";

export interface RowShare {
  readonly row: number;
  readonly weight: number;
}

/** A row of the new embedding as Σ weight · old row. Without shares it is drawn from the old rows' normal distribution. */
export type NewRow = readonly RowShare[];

/** The old row as it is. */
export function copyOf(row: number): NewRow {
  return [{ row, weight: 1 }];
}

/** The mean of old rows, a row that is named twice counting twice. */
export function meanOf(rows: readonly number[]): NewRow {
  return mixture(rows.map((row): readonly [number, number] => [row, 1]));
}

/** Shares in proportion to weights, those of one row added up. */
export function mixture(weighted: Iterable<readonly [row: number, weight: number]>): NewRow {
  const shares = new Map<number, number>();
  let total = 0;
  for (const [row, weight] of weighted) {
    shares.set(row, (shares.get(row) ?? 0) + weight);
    total += weight;
  }
  return [...shares].map(([row, weight]) => ({ row, weight: weight / total }));
}

/**
 * The new embedding [rows.length, width] of the old one. Rows without shares are drawn: unless told otherwise with each dimension's mean
 * and deviation.
 */
export function applyRows(
  old: Float32Array,
  width: number,
  rows: readonly NewRow[],
  seed: number,
  draw: Draw = independent,
): Float32Array {
  const made = new Float32Array(rows.length * width);
  const drawn = rows.some((row) => row.length === 0) ? draw(old, width) : undefined;
  const sums = new Float64Array(width);
  for (const [index, row] of rows.entries()) {
    const [only] = row;
    if (row.length === 1 && only!.weight === 1) {
      made.set(old.subarray(only!.row * width, (only!.row + 1) * width), index * width);
      continue;
    }
    if (row.length === 0) {
      made.set(drawn!(index, seededRandom(Math.imul(index + 1, 0x9e3779b1) ^ seed)), index * width);
      continue;
    }
    sums.fill(0);
    for (const share of row) {
      for (let i = 0; i < width; i++) sums[i]! += share.weight * old[share.row * width + i]!;
    }
    made.set(sums, index * width);
  }
  return made;
}
