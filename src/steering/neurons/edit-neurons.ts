import type { Intervention } from "../intervention";
import type { NeuronSet } from "./lape";

/** What is done to chosen neurons; the others are left alone. */
export type NeuronEdit =
  /** post <- factor * post: 0 switches off, 2 doubles, 1 changes nothing. */
  | { readonly kind: "scale"; readonly factor: number }
  /** post <- mean, the neuron's mean in a language; values [L * F]. */
  | { readonly kind: "set"; readonly values: Float32Array }
  /** post <- post + value; values [L * F]. */
  | { readonly kind: "add"; readonly values: Float32Array };

/** One intervention for each layer of F neurons that has chosen ones; none for an empty set, which is the base. */
export function editNeurons(neurons: NeuronSet, width: number, edit: NeuronEdit): readonly Intervention[] {
  const layers = new Map<number, { gain: Float32Array; bias: Float32Array }>();
  for (const neuron of neurons) {
    const layer = Math.floor(neuron / width);
    const held = layers.get(layer) ?? { gain: new Float32Array(width).fill(1), bias: new Float32Array(width) };
    layers.set(layer, held);
    if (edit.kind !== "add") held.gain[neuron % width] = edit.kind === "scale" ? edit.factor : 0;
    if (edit.kind !== "scale") held.bias[neuron % width] = edit.values[neuron]!;
  }
  return [...layers].map(([layer, { gain, bias }]) => ({ kind: "neurons", layer, gain, bias }));
}
