/** A neuron and how far apart its activations lie in two sets of texts. */
export interface RisingNeuron {
  /** As layer * F + f. */
  readonly neuron: number;
  /** d' = (mean_b - mean_a) / sqrt((var_a + var_b) / 2), sample variances over texts. */
  readonly dPrime: number;
}

/**
 * The `count` neurons whose activation rises most from texts a to texts b, in units of its spread; each text is its mean magnitudes [L * F].
 * Those that fall are left out, as is a neuron without spread. Two texts of each set at least.
 */
export function risingNeurons(
  a: readonly Float32Array[],
  b: readonly Float32Array[],
  count: number,
): readonly RisingNeuron[] {
  const [from, to] = [momentsOf(a), momentsOf(b)];
  return Array.from(from.means, (mean, neuron) => {
    const spread = Math.sqrt((from.variances[neuron]! + to.variances[neuron]!) / 2);
    return { neuron, dPrime: spread === 0 ? 0 : (to.means[neuron]! - mean) / spread };
  })
    .filter(({ dPrime }) => dPrime > 0)
    .toSorted((one, other) => other.dPrime - one.dPrime || one.neuron - other.neuron)
    .slice(0, count);
}

/** Mean and sample variance of each place. */
function momentsOf(vectors: readonly Float32Array[]): {
  readonly means: Float64Array;
  readonly variances: Float64Array;
} {
  const n = vectors.length;
  const means = new Float64Array(vectors[0]!.length);
  const variances = new Float64Array(means.length);
  for (const vector of vectors) for (let i = 0; i < means.length; i += 1) means[i]! += vector[i]! / n;
  for (const vector of vectors) {
    for (let i = 0; i < means.length; i += 1) variances[i]! += (vector[i]! - means[i]!) ** 2 / (n - 1);
  }
  return { means, variances };
}
