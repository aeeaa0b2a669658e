import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import type { Architecture, Block, Decoder, Norm } from "./architecture";
import { activation, flag, positive } from "./config";
import { describeLlamaLike, rmsNorm, type Variation } from "./llama-like";

/** Gemma (Gemma Team 2024): Llama with scaled embeddings, gains stored less 1, and tanh-approximated GELU. */
export const gemma: Architecture = {
  modelType: "gemma",
  className: "GemmaForCausalLM",
  describe: (config, tensors) => describeGemma(config, tensors),
};

/** What all Gemmas have in common, with a variation of it. Throws as `Architecture.describe` does. */
export function describeGemma(
  given: RawConfig,
  tensors: ReadonlyMap<string, TensorInfo>,
  variation: Pick<Variation, "rope" | "block"> = {},
): Decoder {
  const config = { head_dim: 256, tie_word_embeddings: true, ...given };
  const biased = flag(config, "attention_bias");
  // Gemma's first configs say "gelu" in hidden_act and mean the approximation.
  const approximated = activation(config, "hidden_activation", "gelu_pytorch_tanh");
  const plain = describeLlamaLike(config, tensors, {
    ...variation,
    biases: { projections: biased, output: biased },
    norm: gemmaNorm(config),
  });
  return {
    ...plain,
    embedding: { ...plain.embedding, scale: Math.sqrt(plain.geometry.width) },
    blocks: plain.blocks.map((block) => ({ ...block, mlp: { ...block.mlp, activation: approximated } })),
  };
}

/** An RMS norm whose gain is stored less 1. */
export function gemmaNorm(config: RawConfig): (at: string) => Norm {
  const plain = rmsNorm(config);
  return (at) => ({ ...plain(at), plusOne: true });
}

/** The norms of Gemma 2 and 3: before and after attention, before and after the MLP. */
export function sandwiched(block: Block, at: string, norm: (at: string) => Norm): Block {
  return {
    ...block,
    afterAttention: norm(`${at}.post_attention_layernorm`),
    beforeMlp: norm(`${at}.pre_feedforward_layernorm`),
    afterMlp: norm(`${at}.post_feedforward_layernorm`),
  };
}

/** What Gemma 2 and 3 multiply the products of queries and keys by. */
export function gemmaScale(config: RawConfig): number {
  return 1 / Math.sqrt(positive(config, "query_pre_attn_scalar", 256));
}
