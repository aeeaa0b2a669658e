import type { Architecture } from "./architecture";
import { flag } from "./config";
import { describeLlamaLike } from "./llama-like";

/** Llama 2 and 3 (Touvron et al. 2023, Dubey et al. 2024), SmolLM2, TinyLlama. */
export const llama: Architecture = {
  modelType: "llama",
  className: "LlamaForCausalLM",
  describe(config, tensors) {
    const attention = flag(config, "attention_bias");
    const biases = { projections: attention, output: attention, mlp: flag(config, "mlp_bias") };
    return describeLlamaLike(config, tensors, { biases });
  },
};
