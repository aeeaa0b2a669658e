import { keepRanks } from "../arithmetic/ranks";
import { streamOf, uniformAt } from "../arithmetic/seeded";
import { difference, matrixOf } from "../arithmetic/vectors";
import { maskMethod, nonZero } from "./mask";
import {
  type MergeMethod,
  type MergeParameters,
  numberOf,
  type Objection,
  type ParameterRule,
  type TensorPlace,
} from "./method";
import { seedRule } from "./weights";

const reference =
  "Panigrahi et al. 2023, Task-Specific Skill Localization, arXiv 2302.06600; their masks are optimised, these are not";

const density: ParameterRule = {
  kind: "number",
  level: "tensor",
  min: 0,
  max: 1,
  meaning: "fraction of the values that comes from the fine-tune",
};

/** The fine-tune's values where it moved most; equally a difference made sparse by magnitude. */
export const graft = graftMethod({
  name: "graft",
  title: "Graft (copy what moved most)",
  formula: "θ = g θ₁ + (1−g) θ₀,  g = 1 on the density · N largest |δ|",
  parameters: { density },
  mask(base, tuned, { tensor }) {
    const delta = difference(tuned, base);
    keepRanks(delta, 0, Math.round(numberOf(tensor, "density") * delta.length));
    return nonZero(delta);
  },
});

/** The control: as many values, at random. */
export const graftRandom = graftMethod({
  name: "graft_random",
  title: "Graft, control (copy at random)",
  formula: "θ = g θ₁ + (1−g) θ₀,  g ~ Bernoulli(density)",
  parameters: { density, seed: seedRule },
  mask(base, _, { tensor }, { name }) {
    const stream = streamOf(numberOf(tensor, "seed"), name);
    const mask = new Uint8Array(base.length);
    for (let i = 0; i < mask.length; i++) mask[i] = uniformAt(stream, i) < numberOf(tensor, "density") ? 1 : 0;
    return mask;
  },
});

/** The fine-tune's values where it moved most on inputs that are large; tensors without measured inputs go by |δ|. */
export const graftActive = graftMethod({
  name: "graft_active",
  title: "Graft (copy what moved most, weighted by activations)",
  formula: "θ = g θ₁ + (1−g) θ₀,  g = 1 on the density · N largest |δᵢⱼ| √(mean xⱼ²)",
  parameters: { density },
  needs: "inputs",
  objectToParameters: needsInputs,
  mask(base, tuned, { tensor }, { name, shape, evidence }) {
    const delta = difference(tuned, base);
    const inputs = evidence?.inputs?.[name];
    const { columns } = matrixOf(shape);
    if (inputs) for (let i = 0; i < delta.length; i++) delta[i]! *= Math.sqrt(inputs[i % columns]!);
    keepRanks(delta, 0, Math.round(numberOf(tensor, "density") * delta.length));
    return nonZero(delta);
  },
});

function graftMethod(
  rule: Pick<MergeMethod, "name" | "title" | "formula" | "parameters" | "needs" | "objectToParameters"> &
    Pick<Parameters<typeof maskMethod>[0], "mask">,
): MergeMethod {
  const densityOf = ({ tensor }: MergeParameters) => numberOf(tensor, "density");
  return maskMethod({
    ...rule,
    reference,
    variant: "lab",
    whole: (parameters) => (densityOf(parameters) === 0 ? 0 : densityOf(parameters) === 1 ? 1 : undefined),
    share: densityOf,
  });
}

/** The objection of a method that weighs columns by their inputs, where nothing was measured. */
export function needsInputs(_: MergeParameters, place?: TensorPlace): Objection | undefined {
  if (!place || place.evidence?.inputs) return undefined;
  return {
    what: "This method weighs columns by their inputs, and no inputs have been measured.",
    remedy: "Give the lab texts to measure them on, or take the variant without activations.",
  };
}
