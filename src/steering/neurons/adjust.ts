import type { GateIntervention } from "../intervention";
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

/**
 * The same for chosen neurons of L layers with F each, as interventions: the log of the ratio of the two densities is a parabola in x.
 * A neuron without spread in either is left alone.
 */
export function adjustNeurons(
  neurons: NeuronSet,
  width: number,
  forget: (neuron: number) => Gaussian,
  retain: (neuron: number) => Gaussian,
): readonly GateIntervention[] {
  const layers = new Map<number, GateIntervention>();
  for (const neuron of neurons) {
    const [f, r] = [forget(neuron), retain(neuron)];
    if (f.deviation === 0 || r.deviation === 0) continue;
    const layer = Math.floor(neuron / width);
    const held = layers.get(layer) ?? untouched(layer, width);
    layers.set(layer, held);
    const at = neuron % width;
    const [a, b, c] = held.ratio;
    a[at] = 0.5 * (r.deviation ** -2 - f.deviation ** -2);
    b[at] = f.mean / f.deviation ** 2 - r.mean / r.deviation ** 2;
    c[at] =
      0.5 * ((r.mean / r.deviation) ** 2 - (f.mean / f.deviation) ** 2) + Math.log(r.deviation) - Math.log(f.deviation);
    held.slope[at] = -r.deviation / f.deviation;
    held.offset[at] = r.mean + (r.deviation * f.mean) / f.deviation;
  }
  return [...layers.values()];
}

/** A ratio that is never above 0. */
function untouched(layer: number, width: number): GateIntervention {
  const zeros = () => new Float32Array(width);
  return {
    kind: "gates",
    layer,
    ratio: [zeros(), zeros(), zeros().fill(-1)],
    slope: zeros(),
    offset: zeros(),
  };
}

/** The `kept` share of all neurons whose mean pre-activation rises most from the retained texts to those to be forgotten. */
export function forgettingNeurons(forget: Float32Array, retain: Float32Array, kept: number): NeuronSet {
  return Array.from(forget, (_, neuron) => neuron)
    .toSorted((a, b) => forget[b]! - retain[b]! - (forget[a]! - retain[a]!) || a - b)
    .slice(0, Math.round(kept * forget.length))
    .toSorted((a, b) => a - b);
}
