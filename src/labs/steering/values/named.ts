import { fail, ok, type Result } from "../../../result";
import type { NeuronSet } from "../../../steering/neurons/lape";

/** The neurons of a list such as "3.120 5.7", layer and neuron each; a problem where one cannot be read or does not exist. */
export function namedNeurons(list: string, layers: number, mlpWidth: number): Result<NeuronSet> {
  const names = list.split(/[\s,;]+/).filter((name) => name !== "");
  const neurons = names.map((name) => {
    const [, layer, neuron] = /^(\d+)\.(\d+)$/.exec(name) ?? [];
    return layer !== undefined && Number(layer) < layers && Number(neuron) < mlpWidth
      ? Number(layer) * mlpWidth + Number(neuron)
      : null;
  });
  const wrong = neurons.indexOf(null);
  if (wrong < 0 && names.length > 0) return ok([...new Set(neurons as number[])].toSorted((a, b) => a - b));
  return fail({
    code: "input-invalid",
    what: wrong < 0 ? "No neuron is named." : `“${names[wrong]}” is no neuron of this model.`,
    remedy: `Name neurons as layer.neuron, such as 2.17: layers 0 to ${layers - 1}, neurons 0 to ${mlpWidth - 1}. The list of a layer’s neurons has them.`,
    facts: { layers, neurons: mlpWidth },
  });
}
