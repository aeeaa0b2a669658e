import { mean } from "../../vectors";

/**
 * The value vector of neuron n (Geva et al. 2022, 2203.14680), what its MLP adds to the stream for each unit of its activation: column n of
 * the down projection, [D]. `down` is [D,F] row-major, or [F,D] where it is stored `transposed`.
 */
export function valueVector(down: Float32Array, width: number, n: number, transposed = false): Float32Array {
  if (transposed) return down.slice(n * width, (n + 1) * width);
  const neurons = down.length / width;
  return Float32Array.from({ length: width }, (_, d) => down[d * neurons + n]!);
}

/** A norm over a vector [D] with what it was trained to. */
export interface VectorNorm {
  /** `layer` takes the mean away first. */
  readonly kind: "rms" | "layer";
  readonly epsilon: number;
  readonly gain: Float32Array;
  readonly bias?: Float32Array;
}

/** (x - m) / sqrt(mean((x - m)²) + epsilon) * gain + bias, m being 0 of an RMS norm: the norm as if nothing but x stood in the stream. */
export function normed(x: Float32Array, { kind, epsilon, gain, bias }: VectorNorm): Float32Array {
  const centre = kind === "layer" ? mean(x) : 0;
  const scale = 1 / Math.sqrt(mean(x.map((value) => (value - centre) ** 2)) + epsilon);
  return x.map((value, d) => (value - centre) * scale * gain[d]! + (bias?.[d] ?? 0));
}

/** Ids of the `count` greatest values, falling; the lower id first among equals. */
export function greatest(values: Float32Array, count: number): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < values.length; id += 1) {
    if (ids.length === count && values[id]! <= values[ids.at(-1)!]!) continue;
    const place = ids.findIndex((other) => values[id]! > values[other]!);
    ids.splice(place < 0 ? ids.length : place, 0, id);
    if (ids.length > count) ids.pop();
  }
  return ids;
}
