import { fitEmbeddingMap, mapEmbeddings } from "../../../merging/embedding-map";
import { rowsOf, type Table } from "./tables";

/** How rows that were made for the base are put into its fine-tune. */
export const propagationModes = ["own", "swap", "overlap", "conversion"] as const;
export type PropagationMode = (typeof propagationModes)[number];

export interface Propagated {
  readonly values: Float32Array;
  /** ‖X D - Y‖ / ‖Y‖ of the rows that D was fitted on; null where nothing is fitted. */
  readonly residual: number | null;
  /** ‖D - I‖ by Frobenius: how far the fine-tune's space is from the base's. */
  readonly distance: number | null;
}

/** A share of the mean squared length of rows, so that D is defined where rows do not span their space. */
const ridgeShare = 1e-6;

/**
 * Learned embedding propagation (Tikhomirov and Chernyshev 2024, arXiv 2412.21140): the base's new rows N in a fine-tune. `own`: made of the
 * fine-tune's rows by the same recipes; `swap`: N; `overlap`: N D with D taking the base's old rows to the fine-tune's; `conversion`:
 * N D with D taking the recipes' rows in the base to the recipes' rows in the fine-tune; N where there are no rows to fit D on. Rows of
 * shared tokens are the fine-tune's.
 */
export function propagate(
  mode: PropagationMode,
  tables: {
    readonly base: Table;
    readonly tuned: Table;
    /** Made by the recipes in the base, and in the fine-tune. */
    readonly made: Table;
    readonly madeOfTuned: Table;
  },
  shared: ReadonlyMap<number, number>,
): Propagated {
  const { base, tuned, made, madeOfTuned } = tables;
  const { width } = base;
  if (mode === "own") return { values: madeOfTuned.values, residual: null, distance: null };
  if (mode === "swap") return { values: withShared(made.values), residual: null, distance: 0 };
  const old = [...new Set(shared.values())];
  const fresh = Array.from({ length: made.values.length / width }, (_, id) => id).filter((id) => !shared.has(id));
  const [x, y] =
    mode === "overlap" ? [rowsOf(base, old), rowsOf(tuned, old)] : [rowsOf(made, fresh), rowsOf(madeOfTuned, fresh)];
  const scale = x.reduce((sum, value) => sum + value * value, 0) / width;
  const map = fitEmbeddingMap(x, y, width, width, ridgeShare * scale);
  if (!map) return { values: withShared(made.values), residual: null, distance: null };
  const fitted = mapEmbeddings(map, x);
  const size = Math.sqrt(y.reduce((sum, value) => sum + value * value, 0));
  const off = Math.sqrt(y.reduce((sum, value, i) => sum + (value - fitted[i]!) ** 2, 0));
  const distance = Math.sqrt(
    map.values.reduce((sum, value, i) => sum + (value - (i % (width + 1) === 0 ? 1 : 0)) ** 2, 0),
  );
  return { values: withShared(mapEmbeddings(map, made.values)), residual: off / size, distance };

  function withShared(values: Float32Array): Float32Array {
    const whole = values.slice();
    for (const [id, row] of shared) whole.set(tuned.values.subarray(row * width, (row + 1) * width), id * width);
    return whole;
  }
}
