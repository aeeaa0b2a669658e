import { streamOf, uniformAt } from "../arithmetic/seeded";
import { matrixOf } from "../arithmetic/vectors";
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
      const side = sideOf(name);
      if (!inner || !side) return mask;
      const { rows, columns } = matrixOf(shape);
      const lines = side === "rows" ? (shape.length < 2 ? base.length : rows) : columns;
      const chosen = neurons(evidence?.neurons?.[inner.layer] ?? [], lines, inner.layer, numberOf(tensor, "seed") || 0);
      const width = shape.length < 2 ? 1 : columns;
      for (let i = 0; i < mask.length; i++) {
        const neuron = side === "rows" ? Math.floor(i / width) : i % columns;
        if (chosen.has(neuron)) mask[i] = 1;
      }
      return mask;
    },
  });
}

/** Whether a tensor has neurons as rows (what leads in) or as columns (what leads out). */
function sideOf(name: string): "rows" | "columns" | undefined {
  if (/(gate_proj|up_proj|fc1|c_fc|dense_h_to_4h)\.(weight|bias)$/.test(name)) return "rows";
  return /(down_proj|fc2|mlp\.c_proj|dense_4h_to_h)\.weight$/.test(name) ? "columns" : undefined;
}

function needsNeurons(place?: TensorPlace): Objection | undefined {
  if (!place || place.evidence?.neurons) return undefined;
  return {
    what: "This method copies chosen neurons, and none have been chosen.",
    remedy: "Name the language whose neurons are meant; the lab measures them on its sentences.",
  };
}
