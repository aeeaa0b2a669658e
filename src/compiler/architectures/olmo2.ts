import type { Architecture } from "./architecture";
import { flag } from "./config";
import { describeLlamaLike, rmsNorm, withAttention } from "./llama-like";

/** OLMo 2 (OLMo Team 2024): Llama with norms after attention and MLP instead of before, and of all queries and keys at once. */
export const olmo2: Architecture = {
  modelType: "olmo2",
  className: "Olmo2ForCausalLM",
  describe(given, tensors) {
    const config = { rms_norm_eps: 1e-5, ...given };
    const norm = rmsNorm(config);
    const biased = flag(config, "attention_bias");
    return describeLlamaLike(config, tensors, {
      biases: { projections: biased, output: biased },
      block: (plain, _, at) => ({
        ...withAttention(plain, {
          queryNorm: norm(`${at}.self_attn.q_norm`),
          keyNorm: norm(`${at}.self_attn.k_norm`),
          normed: "all heads",
        }),
        beforeAttention: undefined,
        afterAttention: norm(`${at}.post_attention_layernorm`),
        beforeMlp: undefined,
        afterMlp: norm(`${at}.post_feedforward_layernorm`),
      }),
    });
  },
};
