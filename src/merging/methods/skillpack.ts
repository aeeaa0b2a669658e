import { difference } from "../arithmetic/vectors";
import { packDelta, type PackSettings, unpackDelta } from "../skillpack/pack";
import { layerTensorName } from "../tensor-name";
import { isMatrix } from "./low-rank";
import { type MergeMethod, type MergeParameters, numberOf } from "./method";

/** The base with a skill attached that was packed and unpacked: what a SkillPack of these settings would give. */
export const skillpack: MergeMethod = {
  name: "skillpack",
  title: "SkillPack (a compressed difference)",
  reference: "Knowledge Grafting of LLMs (GraftLLM); the bit ladder's borders are this lab's",
  formula:
    "θ = θ₀ + unpack(pack(δ)):  embeddings the keep · N largest;  attention Σ_{k ≤ r} σₖuₖvₖᵀ at 16 bits;  MLP the same at 8, 4, 3, 2 bits;  Σ_{k ≤ r} σₖ² ≥ β Σ σₖ²",
  variant: "lab",
  models: { min: 2, max: 2 },
  base: "required",
  parameters: {
    beta: {
      kind: "number",
      level: "tensor",
      default: 0.9,
      min: 0.01,
      max: 1,
      meaning: "share of a matrix's energy that is kept",
    },
    keep: {
      kind: "number",
      level: "tensor",
      default: 0.1,
      min: 0,
      max: 1,
      meaning: "fraction of embeddings and head that is kept",
    },
    bits: {
      kind: "number",
      level: "tensor",
      default: 8,
      min: 2,
      max: 32,
      meaning: "of the leading directions; 32 is exact",
    },
  },
  objectToParameters({ tensor }, place) {
    if (!Number.isInteger(tensor["bits"])) {
      return {
        what: `bits is ${String(tensor["bits"])}, no whole number.`,
        remedy: "Write a whole number from 2 to 32.",
      };
    }
    if (!place || place.shape.length < 2 || !layerTensorName(place.name) || isMatrix(place)) return undefined;
    return {
      what: `${place.name} is [${place.shape.join(", ")}], too large to be decomposed here.`,
      remedy: "Pack a smaller model; matrices up to 2,048 on their shorter side are decomposed.",
    };
  },
  uses: () => [true, true],
  borrows: () => false,
  shares: () => [0.5, 0.5],
  merge([base, tuned], parameters, { name, shape }) {
    const delta = unpackDelta(packDelta(difference(tuned!, base!), name, shape, settingsOf(parameters)));
    for (let i = 0; i < delta.length; i++) delta[i]! += base![i]!;
    return delta;
  },
};

export function settingsOf({ tensor }: MergeParameters): PackSettings {
  return { beta: numberOf(tensor, "beta"), keep: numberOf(tensor, "keep"), bits: numberOf(tensor, "bits") };
}
