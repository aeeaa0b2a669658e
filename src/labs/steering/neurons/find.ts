import type { Neurons } from "../../../experiments/documents/steering-neurons";
import { unwrap } from "../../../result";
import { forgettingNeurons, type Gaussian } from "../../../steering/neurons/adjust";
import { isInside, keyCube } from "../../../steering/neurons/key-space";
import { jaccard, languageNeurons, type NeuronSet } from "../../../steering/neurons/lape";
import { otherNeurons, specialisedNeurons } from "../../../steering/neurons/specialisation";
import type { Activity } from "../../neuron-activity";
import type { KeySpace, Rise } from "./result";

/** Each language's neurons, as the document says how. Throws where fewer than two languages are given. */
export function findNeurons(
  { found, kept, share }: Neurons,
  activities: readonly Activity[],
  mlpWidth: number,
): readonly NeuronSet[] {
  const shares = activities.map((activity) => activity.shares);
  const { sets } = unwrap(languageNeurons(shares, kept));
  switch (found) {
    case "entropy":
      return sets;
    case "specialised":
      return shares.map((frequencies) => specialisedNeurons(frequencies, mlpWidth, share));
    case "adjust":
      return activities.map(({ preMeans }, index) => forgettingNeurons(preMeans, othersMean(activities, index), kept));
  }
}

/** What is edited for a language: its neurons, or, where specialised ones are kept and the rest is switched off, the rest. */
export function editedNeurons({ found, operation }: Neurons, set: NeuronSet, neurons: number): NeuronSet {
  return found === "specialised" && operation === "off" ? otherNeurons(set, neurons) : set;
}

/** IoU of each two languages' neurons in each layer, in the order of pairs (0, 1), (0, 2), .., (1, 2), .. */
export function overlapByLayer(
  languages: readonly string[],
  sets: readonly NeuronSet[],
  layers: number,
  mlpWidth: number,
): readonly { readonly pair: string; readonly layers: readonly number[] }[] {
  const at = (set: NeuronSet, layer: number) => set.filter((neuron) => Math.floor(neuron / mlpWidth) === layer);
  return languages.flatMap((a, i) =>
    languages.slice(i + 1).map((b, j) => ({
      pair: `${a} ${b}`,
      layers: Array.from({ length: layers }, (_, layer) => jaccard(at(sets[i]!, layer), at(sets[i + 1 + j]!, layer))),
    })),
  );
}

/** The neuron whose pre-activation rises most in a language, in units of both its deviations there and elsewhere. */
export function greatestRise(
  set: NeuronSet,
  activities: readonly Activity[],
  index: number,
  mlpWidth: number,
): Rise | null {
  const { own, elsewhere } = gatesOf(activities, index);
  const rise = (neuron: number) =>
    (own(neuron).mean - elsewhere(neuron).mean) / (own(neuron).deviation + elsewhere(neuron).deviation || 1);
  const [best] = set.toSorted((a, b) => rise(b) - rise(a));
  if (best === undefined) return null;
  return {
    layer: Math.floor(best / mlpWidth),
    neuron: best % mlpWidth,
    forget: own(best),
    retain: elsewhere(best),
  };
}

/** What a neuron's gate is like in one language, and in all others together. */
export function gatesOf(activities: readonly Activity[], index: number) {
  const others = activities.filter((_, other) => other !== index);
  return {
    own: (neuron: number): Gaussian => ({
      mean: activities[index]!.preMeans[neuron]!,
      deviation: activities[index]!.preDeviations[neuron]!,
    }),
    elsewhere: (neuron: number): Gaussian => {
      const meanOf = (of: (activity: Activity) => number) =>
        others.reduce((sum, one) => sum + of(one), 0) / others.length;
      const mean = meanOf(({ preMeans }) => preMeans[neuron]!);
      // The variance of the mixture of the other languages, each as heavy.
      const square = meanOf(({ preMeans, preDeviations }) => preMeans[neuron]! ** 2 + preDeviations[neuron]! ** 2);
      return { mean, deviation: Math.sqrt(Math.max(0, square - mean ** 2)) };
    },
  };
}

/** Which held-out texts of each language lie in the cube around one language's keys, layer by layer. */
export function keySpaceOf(
  keys: readonly Float32Array[],
  heldOut: readonly (readonly Float32Array[])[],
  factor: number,
  layers: number,
  mlpWidth: number,
): KeySpace {
  const part = (key: Float32Array, layer: number) => key.subarray(layer * mlpWidth, (layer + 1) * mlpWidth);
  const range = Array.from({ length: layers }, (_, layer) => layer);
  const cubes = range.map((layer) =>
    keyCube(
      keys.map((key) => part(key, layer)),
      factor,
    ),
  );
  return {
    factor,
    inside: heldOut.map((texts) =>
      range.map((layer) => texts.filter((key) => isInside(cubes[layer]!, part(key, layer))).length / texts.length),
    ),
  };
}

/** Mean pre-activation over all languages but one, each as heavy. */
function othersMean(activities: readonly Activity[], index: number): Float32Array {
  const others = activities.filter((_, other) => other !== index);
  return others[0]!.preMeans.map(
    (_, neuron) => others.reduce((sum, { preMeans }) => sum + preMeans[neuron]!, 0) / others.length,
  );
}
