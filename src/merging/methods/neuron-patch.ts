import { streamOf, uniformAt } from "../arithmetic/seeded";
import { layerTensorName } from "../tensor-name";
import { maskMethod } from "./mask";
import { type MergeMethod, numberOf, type Objection, type TensorPlace } from "./method";
import { seedRule } from "./weights";

const reference = "Sparse Subnetwork Enhancement for Underrepresented Languages; neurons by LAPE, arXiv 2402.16438";

/** The chosen MLP neurons with all that leads into and out of them; everything else stays the base's. */
export const neuronPatch = patchMethod({
  name: "neuron_patch",
  title: "Language-neuron patch",
  formula: "rows of gate and up, columns of down that belong to the chosen neurons: θ₁; the rest: θ₀",
  neurons: (chosen) => new Set(chosen),
});

/** The control: as many neurons of each layer, at random. */
export const neuronPatchRandom = patchMethod({
  name: "neuron_patch_random",
  title: "Language-neuron patch, control (as many at random)",
  formula: "θ as in neuron_patch, with as many neurons of each layer, drawn",
  parameters: { seed: seedRule },
  neurons: (chosen, count, layer, seed) => {
    const stream = streamOf(seed, `layer ${layer}`);
    const order = Array.from({ length: count }, (_, neuron) => neuron);
    return new Set(order.sort((a, b) => uniformAt(stream, a) - uniformAt(stream, b)).slice(0, chosen.length));
  },
});

interface PatchRule extends Pick<MergeMethod, "name" | "title" | "formula"> {
  readonly parameters?: MergeMethod["parameters"];
  readonly neurons: (chosen: readonly number[], count: number, layer: number, seed: number) => ReadonlySet<number>;
}

function patchMethod({ neurons, parameters = {}, ...rule }: PatchRule): MergeMethod {
  return maskMethod({
    ...rule,
    reference,
    variant: "lab",
    parameters,
    whole: () => undefined,
    share: () => 0.01,
    needs: "neurons",
    objectToParameters: (_, place) => needsNeurons(place),
    mask(base, _, { tensor }, { name, shape, evidence }) {
      const mask = new Uint8Array(base.length);
      const inner = layerTensorName(name);
      const lines = linesOf(name, shape);
      if (!inner || !lines) return mask;
      const { count, neuronAt } = lines;
      const chosen = neurons(evidence?.neurons?.[inner.layer] ?? [], count, inner.layer, numberOf(tensor, "seed") || 0);
      for (let i = 0; i < mask.length; i++) {
        if (chosen.has(neuronAt(i))) mask[i] = 1;
      }
      return mask;
    },
  });
}

interface Lines {
  readonly count: number;
  /** The neuron that an entry leads into or out of. */
  readonly neuronAt: (entry: number) => number;
}

/**
 * How neurons lie in a tensor of an MLP: rows of what leads in, [F, D], columns of what leads out, [D, F]; in GPT-2 the other way
 * round, and in Phi-3 gate and up one above the other, [2F, D].
 */
function linesOf(name: string, shape: readonly number[]): Lines | undefined {
  const [height = 1, width = 1] = shape;
  const rows = (count: number): Lines => ({ count, neuronAt: (entry) => Math.floor(entry / width) % count });
  const columns: Lines = { count: width, neuronAt: (entry) => entry % width };
  if (/gate_up_proj\.(weight|bias)$/.test(name)) return rows(height / 2);
  if (/(gate_proj|up_proj|fc1|dense_h_to_4h)\.(weight|bias)$|c_fc\.bias$|mlp\.c_proj\.weight$/.test(name))
    return rows(height);
  return /(down_proj|fc2|c_fc|dense_4h_to_h)\.weight$/.test(name) ? columns : undefined;
}

function needsNeurons(place?: TensorPlace): Objection | undefined {
  if (!place || place.evidence?.neurons) return undefined;
  return {
    what: "This method copies chosen neurons, and none have been chosen.",
    remedy: "Name the language whose neurons are meant; the lab measures them on its sentences.",
  };
}
