import type { NeuronSet } from "./lape";

/** Mean and standard deviation of something that is taken for normal. */
export interface Gaussian {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Neuron Adjust (Li et al. 2025, Effective Skill Unlearning, 2503.21730): a pre-activation that is likelier under what is to be
 * forgotten takes the mirrored place in what is kept, mean_r - sd_r (x - mean_f) / sd_f; any other stays. The paper draws lots
 * by the two densities; here the likelier one decides, so that a run can be repeated.
 */
export function adjusted(x: number, forget: Gaussian, retain: Gaussian): number {
  if (logDensity(x, forget) <= logDensity(x, retain)) return x;
  return retain.mean - (retain.deviation * (x - forget.mean)) / forget.deviation;
}

/** Natural log of the normal density. */
export function logDensity(x: number, { mean, deviation }: Gaussian): number {
  return -0.5 * ((x - mean) / deviation) ** 2 - Math.log(deviation * Math.sqrt(2 * Math.PI));
}

/** The `kept` share of all neurons whose mean pre-activation rises most from the retained texts to those to be forgotten. */
export function forgettingNeurons(forget: Float32Array, retain: Float32Array, kept: number): NeuronSet {
  return Array.from(forget, (_, neuron) => neuron)
    .toSorted((a, b) => forget[b]! - retain[b]! - (forget[a]! - retain[a]!) || a - b)
    .slice(0, Math.round(kept * forget.length))
    .toSorted((a, b) => a - b);
}
