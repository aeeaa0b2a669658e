import type { Attention } from "./architectures/architecture";
import type { Geometry } from "./program";

/** GroupQueryAttention takes heads whose size is a multiple of this. */
const kernelStep = 16;

/** A': the places of a head in the program, A or more. */
export function headPlaces({ headSize }: Geometry): number {
  return Math.ceil(headSize / kernelStep) * kernelStep;
}

/** Rows of a matrix in another order; -1 is a row of zeros. */
export interface RowOrder {
  /** Stands for the order in the names of files. */
  readonly key: string;
  readonly rows: readonly number[];
}

/**
 * Which number of a head of the checkpoint stands at each of its A' places, -1 for none. The kernel turns place i together
 * with place i + A'/2, so of the R numbers that are turned one half begins each half of the places; the others fill the places that are
 * left. Products of queries and keys do not depend on an order that both share.
 */
export function placesOf(geometry: Geometry, turned = 0): readonly number[] {
  const places = Array.from({ length: headPlaces(geometry) }, () => -1);
  for (let i = 0; i < turned / 2; i++) {
    places[i] = i;
    places[places.length / 2 + i] = turned / 2 + i;
  }
  let next = turned;
  return places.map((number) => (number === -1 && next < geometry.headSize ? next++ : number));
}

/**
 * The rows of the projections in the order that the program needs: H heads of queries, K of keys, K of values, A' rows each.
 * Undefined where they stand so in the checkpoint.
 */
export function projectionOrder(geometry: Geometry, { rope, interleaved }: Attention): RowOrder | undefined {
  const { heads, kvHeads, headSize } = geometry;
  const turned = placesOf(geometry, rope?.turned);
  const plain = placesOf(geometry);
  const inPlace = (places: readonly number[]) =>
    places.length === headSize && places.every((number, place) => number === place);
  if (!interleaved && inPlace(turned)) return undefined;
  /** Rows of `count` heads, of which number `head` begins at row start(head). */
  const rowsOf = (count: number, places: readonly number[], start: (head: number) => number) =>
    Array.from({ length: count }, (_, head) =>
      places.map((number) => (number === -1 ? -1 : start(head) * headSize + number)),
    ).flat();
  const start = (part: 0 | 1 | 2) =>
    interleaved ? (head: number) => 3 * head + part : (head: number) => [0, heads, heads + kvHeads][part]! + head;
  return {
    key: `heads-${[heads, kvHeads, headSize, rope?.turned ?? 0, interleaved ? "interleaved" : "stacked"].join("-")}`,
    rows: [
      ...rowsOf(heads, turned, start(0)),
      ...rowsOf(kvHeads, turned, start(1)),
      ...rowsOf(kvHeads, plain, start(2)),
    ],
  };
}

/** The rows of a row-major matrix in the order given. */
export function reordered(values: Float32Array, columns: number, { rows }: RowOrder): Float32Array {
  const result = new Float32Array(rows.length * columns);
  for (const [place, row] of rows.entries()) {
    if (row !== -1) result.set(values.subarray(row * columns, (row + 1) * columns), place * columns);
  }
  return result;
}
