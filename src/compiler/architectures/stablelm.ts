import type { Architecture } from "./architecture";
import { flag, modelName, positive, unsupported } from "./config";
import { describeLlamaLike, layerNorm } from "./llama-like";

/** StableLM 2 (Bellagente et al. 2024): Llama with layer norms and a quarter of each head turned by position. */
export const stablelm: Architecture = {
  modelType: "stablelm",
  className: "StableLmForCausalLM",
  describe(config, tensors) {
    if (flag(config, "qk_layernorm")) {
      throw unsupported(modelName(config), "its queries and keys have layer norms, a gain for each head");
    }
    const parallel = flag(config, "use_parallel_residual");
    return describeLlamaLike(config, tensors, {
      rope: { partial: 0.25 },
      biases: { projections: flag(config, "use_qkv_bias") },
      norm: layerNorm(positive(config, "layer_norm_eps", 1e-5)),
      block: (plain) => ({ ...plain, parallel, ...(parallel && { beforeMlp: undefined }) }),
    });
  },
};
