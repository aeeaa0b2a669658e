import type { Architecture } from "./architecture";
import { activation, flag, geometry, positive, prefixOf } from "./config";
import { layerNorm, linear } from "./llama-like";
import { readRope } from "./rope-config";

/** GPT-NeoX (Black et al. 2022) and Pythia: attention and MLP side by side, a quarter of each head turned by position. */
export const gptNeox: Architecture = {
  modelType: "gpt_neox",
  className: "GPTNeoXForCausalLM",
  describe(config, tensors) {
    const sizes = geometry(config, tensors);
    const prefix = prefixOf(tensors, "embed_in.weight", ["gpt_neox.", ""]);
    const norm = layerNorm(positive(config, "layer_norm_eps", 1e-5));
    const biased = flag(config, "attention_bias", true);
    const rope = readRope(config, sizes.headSize, {
      theta: positive(config, "rotary_emb_base", 10_000),
      partial: positive(config, "rotary_pct", 0.25),
    });
    return {
      geometry: sizes,
      embedding: { tokens: `${prefix}embed_in.weight` },
      blocks: Array.from({ length: sizes.layers }, (_, layer) => {
        const at = `${prefix}layers.${layer}`;
        return {
          parallel: flag(config, "use_parallel_residual", true),
          beforeAttention: norm(`${at}.input_layernorm`),
          attention: {
            projections: [linear(`${at}.attention.query_key_value`, biased)],
            interleaved: true,
            output: linear(`${at}.attention.dense`, biased),
            rope,
            scale: 1 / Math.sqrt(sizes.headSize),
          },
          beforeMlp: norm(`${at}.post_attention_layernorm`),
          mlp: {
            gated: false,
            input: [linear(`${at}.mlp.dense_h_to_4h`, true)],
            down: linear(`${at}.mlp.dense_4h_to_h`, true),
            activation: activation(config, "hidden_act", "gelu"),
          },
        };
      }),
      finalNorm: norm(`${prefix}final_layer_norm`),
      head: {
        weight: flag(config, "tie_word_embeddings")
          ? `${prefix}embed_in.weight`
          : (["embed_out.weight", "lm_head.weight"].find((name) => tensors.has(name)) ?? "embed_out.weight"),
      },
    };
  },
};
