import { combination } from "../arithmetic/vectors";
import { recipeLimits } from "../limits";
import { deltaShares } from "./delta";
import { type MergeMethod, type MergeParameters, numberOf } from "./method";

/** A task's difference less what general fine-tunes changed on average, in the order base, task, general ones. */
export const knowledgeSubtraction: MergeMethod = {
  name: "knowledge_subtraction",
  title: "Knowledge subtraction (task less general)",
  reference: "GenKnowSub: General Knowledge Subtraction (2025); on whole differences, not on the factors of adapters",
  formula: "θ = θ₀ + scale · (δ₁ − λ · mean(δ₂ … δₙ))",
  variant: "paper",
  models: { min: 3, max: recipeLimits.sources },
  base: "required",
  adds: "stated",
  parameters: {
    scale: {
      kind: "number",
      level: "tensor",
      default: 1,
      min: -recipeLimits.factor,
      max: recipeLimits.factor,
      meaning: "factor of what is left",
    },
    lambda: {
      kind: "number",
      level: "tensor",
      default: 1,
      min: -recipeLimits.factor,
      max: recipeLimits.factor,
      meaning: "how much of the general knowledge is taken away",
    },
  },
  uses(parameters) {
    const factors = factorsOf(parameters);
    return isTask(parameters) ? factors.map((_, i) => i === 1) : factors.map((factor, i) => i === 0 || factor !== 0);
  },
  borrows: (parameters) => knowledgeSubtraction.uses(parameters).filter(Boolean).length === 1,
  shares: (parameters) => deltaShares(factorsOf(parameters).slice(1)),
  merge: (tensors, parameters) => combination(tensors, factorsOf(parameters)),
};

/** Factors of base, task and general models. */
function factorsOf({ tensor, sources }: MergeParameters): readonly number[] {
  const [scale, lambda] = [numberOf(tensor, "scale"), numberOf(tensor, "lambda")];
  const each = sources.slice(2).map((_, __, general) => (-scale * lambda) / general.length);
  return [1 - scale + (each.length > 0 ? scale * lambda : 0), scale, ...each].map((value) => (value === 0 ? 0 : value));
}

function isTask({ tensor }: MergeParameters): boolean {
  return tensor["scale"] === 1 && tensor["lambda"] === 0;
}
