import type { Architecture, Linear } from "./architecture";
import { activation, flag, geometry, positive, prefixOf, size } from "./config";
import { layerNorm } from "./llama-like";

/** GPT-2 (Radford et al. 2019): learned positions, layer norms, matrices stored as [in, out]. */
export const gpt2: Architecture = {
  modelType: "gpt2",
  className: "GPT2LMHeadModel",
  describe(config, tensors) {
    const width = size(config, "n_embd");
    const sizes = geometry(
      {
        ...config,
        hidden_size: width,
        // A merge of another depth says so by the name that all others use.
        num_hidden_layers: config["num_hidden_layers"] ?? config["n_layer"],
        num_attention_heads: config["n_head"],
        intermediate_size: config["n_inner"] ?? 4 * width,
        max_position_embeddings: config["n_positions"] ?? config["n_ctx"] ?? 1024,
      },
      tensors,
    );
    const prefix = prefixOf(tensors, "wte.weight", ["transformer.", ""]);
    const norm = layerNorm(positive(config, "layer_norm_epsilon", 1e-5));
    const scaled = flag(config, "scale_attn_weights", true) ? 1 / Math.sqrt(sizes.headSize) : 1;
    const byLayer = flag(config, "scale_attn_by_inverse_layer_idx");
    return {
      geometry: sizes,
      embedding: { tokens: `${prefix}wte.weight`, positions: `${prefix}wpe.weight` },
      blocks: Array.from({ length: sizes.layers }, (_, layer) => {
        const at = `${prefix}h.${layer}`;
        return {
          beforeAttention: norm(`${at}.ln_1`),
          attention: {
            projections: [convolution(`${at}.attn.c_attn`)],
            output: convolution(`${at}.attn.c_proj`),
            scale: byLayer ? scaled / (layer + 1) : scaled,
          },
          beforeMlp: norm(`${at}.ln_2`),
          mlp: {
            gated: false,
            input: [convolution(`${at}.mlp.c_fc`)],
            down: convolution(`${at}.mlp.c_proj`),
            activation: activation(config, "activation_function", "gelu_new"),
          },
        };
      }),
      finalNorm: norm(`${prefix}ln_f`),
      head: { weight: flag(config, "tie_word_embeddings", true) ? `${prefix}wte.weight` : "lm_head.weight" },
    };
  },
};

/** transformers' `Conv1D`: a linear layer whose weight is [in, out]. */
function convolution(at: string): Linear {
  return { weight: `${at}.weight`, bias: `${at}.bias`, transposed: true };
}
