import { keepRanks } from "../arithmetic/ranks";
import { compose, rankForEnergy } from "../arithmetic/svd";
import { matrixOf } from "../arithmetic/vectors";
import { layerTensorName } from "../tensor-name";
import { dequantise, type Quantised, quantise } from "./bits";
import { decompositionOf } from "./decompositions";

/** How hard a difference is pressed. */
export interface PackSettings {
  /** Share of a matrix's energy that its kept directions hold. */
  readonly beta: number;
  /** Fraction of the values of embeddings and head that is kept. */
  readonly keep: number;
  /** Of the leading directions of an MLP matrix; the later quarters get fewer (8, 4, 3, 2). From 16 on all alike; 32 is exact. */
  readonly bits: number;
}

/** One tensor's difference from the base, small. */
export type PackedTensor =
  | { readonly kind: "dense"; readonly values: Float32Array }
  | { readonly kind: "sparse"; readonly length: number; readonly places: Uint32Array; readonly values: Float32Array }
  | {
      readonly kind: "low-rank";
      readonly rows: number;
      readonly columns: number;
      readonly sigma: Float32Array;
      /** One a direction: its left and its right vector. */
      readonly vectors: readonly (readonly [Quantised, Quantised])[];
    };

/** Packs the difference of a tensor by its module: vectors whole, embeddings and head by magnitude, matrices by directions. */
export function packDelta(
  delta: Float32Array,
  name: string,
  shape: readonly number[],
  settings: PackSettings,
): PackedTensor {
  if (shape.length < 2) return { kind: "dense", values: delta };
  if (!layerTensorName(name)) return largestOf(delta, settings.keep);
  const { rows, columns } = matrixOf(shape);
  const { sigma, left, right } = decompositionOf(delta, rows, columns);
  const rank = rankForEnergy(sigma, settings.beta);
  const bits = /mlp|ffn|fc|feed_forward/.test(name)
    ? (k: number) => bitsOfGroup(settings.bits, Math.floor((4 * k) / rank))
    : () => Math.max(16, settings.bits);
  return {
    kind: "low-rank",
    rows,
    columns,
    sigma: Float32Array.from(sigma.subarray(0, rank)),
    vectors: Array.from({ length: rank }, (_, k) => [
      quantise(left.subarray(k * rows, (k + 1) * rows), bits(k)),
      quantise(right.subarray(k * columns, (k + 1) * columns), bits(k)),
    ]),
  };
}

/** The difference again, as far as the pack holds it. */
export function unpackDelta(packed: PackedTensor): Float32Array {
  switch (packed.kind) {
    case "dense":
      return packed.values.slice();
    case "sparse": {
      const delta = new Float32Array(packed.length);
      for (const [i, place] of packed.places.entries()) delta[place] = packed.values[i]!;
      return delta;
    }
    case "low-rank": {
      const { rows, columns, vectors } = packed;
      const [left, right] = [new Float64Array(vectors.length * rows), new Float64Array(vectors.length * columns)];
      for (const [k, [u, v]] of vectors.entries()) {
        left.set(dequantise(u, rows), k * rows);
        right.set(dequantise(v, columns), k * columns);
      }
      return compose({ sigma: Float64Array.from(packed.sigma), left, right }, vectors.length, rows, columns);
    }
  }
}

/** Bytes that it takes in a file: codes, one scale a vector, singular values; of a sparse value its place and itself. */
export function packedBytes(packed: PackedTensor): number {
  switch (packed.kind) {
    case "dense":
      return packed.values.byteLength;
    case "sparse":
      return packed.places.byteLength + packed.values.byteLength;
    case "low-rank":
      return packed.vectors.reduce((sum, [u, v]) => sum + u.codes.length + v.codes.length + 8, packed.sigma.byteLength);
  }
}

/** Quarters of the kept directions, the leading first: 8, 4, 3, 2 bits where `bits` is 8. */
export function bitsOfGroup(bits: number, group: number): number {
  if (bits >= 16) return bits;
  const half = Math.floor(bits / 2);
  return Math.max(2, [bits, half, half - 1, Math.floor(bits / 4)][group] ?? 2);
}

function largestOf(delta: Float32Array, keep: number): PackedTensor {
  const kept = delta.slice();
  keepRanks(kept, 0, Math.round(keep * kept.length));
  const places = Uint32Array.from(Array.from(kept.keys()).filter((i) => kept[i] !== 0));
  return { kind: "sparse", length: delta.length, places, values: Float32Array.from(places, (place) => kept[place]!) };
}
