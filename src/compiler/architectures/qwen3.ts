import type { Architecture } from "./architecture";
import { flag } from "./config";
import { describeLlamaLike, rmsNorm, withAttention } from "./llama-like";
import { qwenWindow } from "./qwen2";

/** Qwen 3 (Yang et al. 2025): Llama with norms of each head's queries and keys. */
export const qwen3: Architecture = {
  modelType: "qwen3",
  className: "Qwen3ForCausalLM",
  describe(config, tensors) {
    const window = qwenWindow(config);
    const norm = rmsNorm(config);
    const biased = flag(config, "attention_bias");
    return describeLlamaLike(config, tensors, {
      defaults: { head_dim: 128 },
      biases: { projections: biased, output: biased },
      block: (plain, layer, at) =>
        withAttention(plain, {
          queryNorm: norm(`${at}.self_attn.q_norm`),
          keyNorm: norm(`${at}.self_attn.k_norm`),
          normed: "head",
          window: window(layer),
        }),
    });
  },
};
