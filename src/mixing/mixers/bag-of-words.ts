import { bagGradient, divergenceGradient, logitsBehind } from "../bag";
import { logitsFrom, logSoftmax } from "../distribution";
import { type Mixer, numberOf } from "../mixer";

/**
 * PPLM at the last hidden state: what the head reads is moved up the gradient of the bag's probability and down that of the
 * divergence. The paper moves the keys and values of all layers; here both gradients have a closed form.
 */
export const bagOfWords: Mixer = {
  id: "bag-of-words",
  title: "A bag of words (PPLM at the last hidden state)",
  reference: "Dathathri et al. 2020, arXiv 1912.02164",
  formula: "h ← h + a g / |g|^1.5 − k ∇KL(p‖p₀), g = ∇ ln Σ_bag p; p ∝ p_new^m p₀^(1−m)",
  roles: [{ id: "model", meaning: "the model" }],
  models: { min: 1, max: 1 },
  vocabulary: "single",
  needs: "head",
  parameters: {
    step: { kind: "number", level: "shared", default: 1, min: 0, max: 50, meaning: "a, how far a step goes" },
    steps: { kind: "number", level: "shared", default: 3, min: 1, max: 10, meaning: "how many steps" },
    kl: {
      kind: "number",
      level: "shared",
      default: 0.01,
      min: 0,
      max: 10,
      meaning: "k, how much the divergence counts",
    },
    mean: { kind: "number", level: "shared", default: 0.95, min: 0, max: 1, meaning: "m, the share of the new model" },
  },
  mix({ logits: [own], logProbabilities: [before], parameters: { shared }, materials: { head } }) {
    const [step, kl, share] = ["step", "kl", "mean"].map((name) => numberOf(shared, name)) as [number, number, number];
    if (step === 0) return { logits: own! };
    const original = before!.map(Math.exp);
    const moved = new Float64Array(head!.width);
    let log = before!;
    for (let i = 0; i < Math.round(numberOf(shared, "steps")); i += 1) {
      const p = log.map(Math.exp);
      const gradient = bagGradient(p, head!);
      const length = Math.hypot(...gradient);
      const back = divergenceGradient(p, original, head!);
      if (length > 0)
        for (const d of moved.keys()) moved[d]! += (step * gradient[d]!) / length ** gamma - kl * back[d]!;
      const added = logitsBehind(head!, moved);
      log = logSoftmax(added.map((value, token) => value + own![token]!));
    }
    return { logits: logitsFrom(own!.length, (token) => share * log[token]! + (1 - share) * before![token]!) };
  },
};

/** The power of the length by which the paper's code divides a gradient. */
const gamma = 1.5;
