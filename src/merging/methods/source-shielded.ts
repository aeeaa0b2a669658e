import { streamOf, uniformAt } from "../arithmetic/seeded";
import { matrixOf } from "../arithmetic/vectors";
import { needsInputs } from "./graft";
import { maskMethod } from "./mask";
import { type MergeMethod, type MergeParameters, numberOf, type ParameterRule, type TensorPlace } from "./method";
import { seedRule } from "./weights";

const reference =
  "Source-Shielded Updates (Mitigating Catastrophic Forgetting …), applied after training instead of before";

const rho: ParameterRule = {
  kind: "number",
  level: "tensor",
  default: 0.5,
  min: 0,
  max: 1,
  meaning: "fraction of the columns that stay the base's",
};

/** Columns that matter to the source language stay as they were; the others are the fine-tune's. Vectors have no columns and are the fine-tune's. */
export const sourceShielded = shieldMethod({
  name: "source_shielded",
  title: "Source-shielded (keep columns by use)",
  formula: "θ = θ₀ + (1−M)δ,  M = the ρ columns of largest |W₀ column| · mean x²",
  parameters: { rho },
  needs: "inputs",
  objectToParameters: needsInputs,
  score: (norms, { name, evidence }) => norms.map((norm, column) => norm * (evidence?.inputs?.[name]?.[column] ?? 0)),
  applies: ({ name, evidence }) => evidence?.inputs?.[name] !== undefined,
});

export const shieldedByMagnitude = shieldMethod({
  name: "source_shielded_magnitude",
  title: "Source-shielded, control (keep columns by magnitude)",
  formula: "θ = θ₀ + (1−M)δ,  M = the ρ columns of largest |W₀ column|",
  parameters: { rho },
  score: (norms) => norms,
});

export const shieldedAtRandom = shieldMethod({
  name: "source_shielded_random",
  title: "Source-shielded, control (keep columns at random)",
  formula: "θ = θ₀ + (1−M)δ,  M = ρ of the columns, drawn",
  parameters: { rho, seed: seedRule },
  score: (norms, { name }, { tensor }) => {
    const stream = streamOf(numberOf(tensor, "seed"), name);
    return norms.map((_, column) => uniformAt(stream, column));
  },
});

interface ShieldRule
  extends Pick<MergeMethod, "name" | "title" | "formula" | "parameters" | "needs" | "objectToParameters"> {
  /** How much each column is worth keeping, from the lengths of the base's columns. */
  readonly score: (norms: Float64Array, place: TensorPlace, parameters: MergeParameters) => Float64Array;
  /** Which matrices are shielded; default all. */
  readonly applies?: (place: TensorPlace) => boolean;
}

function shieldMethod({ score, applies, ...rule }: ShieldRule): MergeMethod {
  const rhoOf = ({ tensor }: MergeParameters) => numberOf(tensor, "rho");
  return maskMethod({
    ...rule,
    reference,
    variant: "lab",
    whole: (parameters) => (rhoOf(parameters) === 1 ? 0 : rhoOf(parameters) === 0 ? 1 : undefined),
    share: (parameters) => 1 - rhoOf(parameters),
    mask(base, _, parameters, place) {
      const { rows, columns } = matrixOf(place.shape);
      if (place.shape.length < 2 || applies?.(place) === false) return new Uint8Array(base.length).fill(1);
      const norms = new Float64Array(columns);
      for (let i = 0; i < base.length; i++) norms[i % columns]! += base[i]! ** 2;
      const scores = score(norms.map(Math.sqrt), place, parameters);
      const order = Array.from(scores, (_, column) => column).sort((a, b) => scores[b]! - scores[a]! || a - b);
      const shielded = new Uint8Array(columns);
      for (const column of order.slice(0, Math.round(rhoOf(parameters) * columns))) shielded[column] = 1;
      const mask = new Uint8Array(base.length);
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) mask[row * columns + column] = 1 - shielded[column]!;
      }
      return mask;
    },
  });
}
