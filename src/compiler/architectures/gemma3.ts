import type { RawConfig } from "../../checkpoints/checkpoint";
import type { Architecture } from "./architecture";
import { flag, modelName, optionalPositive, record, size, unsupported, windowOf } from "./config";
import { describeGemma, gemmaNorm, gemmaScale, sandwiched } from "./gemma";
import { withAttention } from "./llama-like";
import { readRope } from "./rope-config";

/**
 * Gemma 3, text only (Gemma Team 2025): Gemma 2 with norms of queries and keys instead of capped scores, five layers with a
 * window to each that sees all, and another base of the rotary frequencies in each of the two kinds.
 */
export const gemma3: Architecture = {
  modelType: "gemma3_text",
  className: "Gemma3ForCausalLM",
  describe(config, tensors) {
    if (flag(config, "use_bidirectional_attention")) {
      throw unsupported(modelName(config), "its tokens also see those after them");
    }
    const period = size(config, "sliding_window_pattern", size(config, "_sliding_window_pattern", 6));
    const window = windowOf(config, size(config, "num_hidden_layers"), (layer) => (layer + 1) % period !== 0);
    const norm = gemmaNorm(config);
    const plain = describeGemma(withGlobalRope(config), tensors, {
      rope: { theta: 1_000_000 },
      block(block, layer, at, { headSize }) {
        const local = window(layer) !== undefined;
        return withAttention(sandwiched(block, at, norm), {
          queryNorm: norm(`${at}.self_attn.q_norm`),
          keyNorm: norm(`${at}.self_attn.k_norm`),
          normed: "head",
          scale: gemmaScale(config),
          window: window(layer),
          ...(local && { rope: readRope(localRope(config), headSize) }),
        });
      },
    });
    return { ...plain, head: { ...plain.head, softCap: optionalPositive(config, "final_logit_softcapping") } };
  },
};

/** The config with the rotary settings of the layers that see all: those that transformers 5 keeps by kind of layer. */
function withGlobalRope(config: RawConfig): RawConfig {
  const kinds = record(config, "rope_parameters");
  return kinds ? { ...config, rope_parameters: record(kinds, "full_attention") ?? {} } : config;
}

function localRope(config: RawConfig): RawConfig {
  const kinds = record(config, "rope_parameters");
  return (kinds && record(kinds, "sliding_attention")) ?? { rope_theta: config["rope_local_base_freq"] ?? 10_000 };
}
