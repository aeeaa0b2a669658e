import type { NeuronSet } from "./lape";

/**
 * Specialised neurons of each layer of F: the fewest whose activation frequencies hold `share` of the layer's sum (Tan et al. 2024,
 * Neuron Specialization, 2404.11201). Ties go to the lower number; a neuron that is never active is in none. Frequencies are
 * counts or shares [L * F].
 */
export function specialisedNeurons(frequencies: ArrayLike<number>, width: number, share: number): NeuronSet {
  const found: number[] = [];
  for (let start = 0; start < frequencies.length; start += width) {
    const active = Array.from({ length: width }, (_, f) => start + f)
      .filter((neuron) => frequencies[neuron]! > 0)
      .toSorted((a, b) => frequencies[b]! - frequencies[a]! || a - b);
    const wanted = share * active.reduce((sum, neuron) => sum + frequencies[neuron]!, 0);
    let held = 0;
    for (const neuron of active) {
      // What rounding leaves of the sum adds no neuron.
      if (held >= wanted * (1 - 1e-9)) break;
      held += frequencies[neuron]!;
      found.push(neuron);
    }
  }
  return found.toSorted((a, b) => a - b);
}

/** All of `count` neurons that are not in the set. */
export function otherNeurons(set: NeuronSet, count: number): NeuronSet {
  const held = new Set(set);
  return Array.from({ length: count }, (_, neuron) => neuron).filter((neuron) => !held.has(neuron));
}
