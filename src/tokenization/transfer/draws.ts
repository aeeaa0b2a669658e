import { choleskyOf } from "../../merging/arithmetic/cholesky";
import { normal, type Random } from "../../random";

/** Reads the old rows [rows, width] once; the function returned draws the new row of an id. */
export type Draw = (old: Float32Array, width: number) => (id: number, random: Random) => ArrayLike<number>;

/** N(mean, deviation) of all old rows in each dimension, the dimensions independent of each other. */
export const independent: Draw = (old, width) => {
  const spread = spreadOf(old, width, allRows(old, width));
  return (_, random) => sampled(spread, random);
};

/**
 * N(mean, deviation) of the old rows of one class, in each dimension. `classesOf` gives the classes of a new row, the narrowest first; of
 * these the first with two or more old rows is taken, else all rows.
 */
export function byClass(
  oldClasses: ReadonlyMap<string, readonly number[]>,
  classesOf: (id: number) => readonly string[],
): Draw {
  return (old, width) => {
    const known = new Map<string, Spread>();
    return (id, random) => {
      const name = classesOf(id).find((candidate) => (oldClasses.get(candidate)?.length ?? 0) >= 2) ?? "";
      const spread = known.get(name) ?? spreadOf(old, width, oldClasses.get(name) ?? allRows(old, width));
      known.set(name, spread);
      return sampled(spread, random);
    };
  };
}

/** Old rows of which a covariance is taken at most, spread evenly over the vocabulary: its cost is rows · width². */
const mostRows = 8192;

/** N(mean, covariance) of the old rows: dimensions that go together do so in the new row. */
export const covariant: Draw = (old, width) => {
  const every = Math.ceil(old.length / width / mostRows);
  const rows = allRows(old, width).filter((row) => row % every === 0);
  const { mean } = spreadOf(old, width, rows);
  const covariance = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (const row of rows) {
    for (let i = 0; i < width; i++) centred[i] = old[row * width + i]! - mean[i]!;
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) covariance[i * width + j]! += (centred[i]! * centred[j]!) / rows.length;
    }
  }
  // As much as rounding, so that fewer rows than dimensions can be drawn from too.
  for (let i = 0; i < width; i++) covariance[i * width + i]! += 1e-9 * covariance[i * width + i]! + 1e-12;
  const factor = choleskyOf(covariance, width)!;
  return (_, random) => {
    const drawn = Float64Array.from({ length: width }, () => normal(random));
    return mean.map((value, i) => {
      let sum = value;
      for (let j = 0; j <= i; j++) sum += factor[i * width + j]! * drawn[j]!;
      return sum;
    });
  };
};

interface Spread {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function sampled({ mean, deviation }: Spread, random: Random): Float64Array {
  return mean.map((value, i) => value + deviation[i]! * normal(random));
}

function spreadOf(old: Float32Array, width: number, rows: readonly number[]): Spread {
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of rows) for (let i = 0; i < width; i++) mean[i]! += old[row * width + i]! / rows.length;
  for (const row of rows) {
    for (let i = 0; i < width; i++) deviation[i]! += (old[row * width + i]! - mean[i]!) ** 2 / rows.length;
  }
  return { mean, deviation: deviation.map(Math.sqrt) };
}

function allRows(old: Float32Array, width: number): readonly number[] {
  return Array.from({ length: old.length / width }, (_, row) => row);
}
