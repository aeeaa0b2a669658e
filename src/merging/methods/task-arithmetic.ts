import { deltaMethod } from "./delta";

/** What fine-tunes changed, added up. A negative weight takes a skill away; with λ (chat − base) it is a chat vector. */
export const taskArithmetic = deltaMethod({
  name: "task_arithmetic",
  title: "Task arithmetic (add differences)",
  reference: "Ilharco et al. 2023, arXiv 2212.04089",
  formula: "θ = θ₀ + λ Σ wᵢ δᵢ,  δᵢ = θᵢ − θ₀   (normalize: true divides by Σ wᵢ)",
  variant: "mergekit",
  normalize: false,
});
