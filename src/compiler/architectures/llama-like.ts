import type { RawConfig, TensorInfo } from "../../checkpoints/checkpoint";
import type { Geometry } from "../program";
import type { Block, Decoder, Linear, Norm } from "./architecture";
import { activation, flag, geometry, positive, prefixOf } from "./config";
import { contextOf, type RopeDefaults, readRope } from "./rope-config";

/** Where a family differs from Llama. */
export interface Variation {
  /** What the family's configs mean where they are silent. */
  readonly defaults?: RawConfig;
  readonly rope?: RopeDefaults;
  /** Which linear layers have biases. */
  readonly biases?: { readonly projections?: boolean; readonly output?: boolean; readonly mlp?: boolean };
  /** The norm whose gain is `${at}.weight`. */
  readonly norm?: (at: string) => Norm;
  /** A block from Llama's, by its number and what its tensors' names begin with. */
  readonly block?: (plain: Block, layer: number, at: string, geometry: Geometry) => Block;
}

/** An RMS norm as Llama has it. */
export function rmsNorm(config: RawConfig): (at: string) => Norm {
  const epsilon = positive(config, "rms_norm_eps", 1e-6);
  return (at) => ({ kind: "rms", epsilon, gain: `${at}.weight` });
}

/** A layer norm with a bias. */
export function layerNorm(epsilon: number): (at: string) => Norm {
  return (at) => ({ kind: "layer", epsilon, gain: `${at}.weight`, bias: `${at}.bias` });
}

/** The linear layer `at`, with a bias or without. */
export function linear(at: string, biased = false): Linear {
  return { weight: `${at}.weight`, ...(biased && { bias: `${at}.bias` }) };
}

/**
 * A decoder with Llama's tensor names: norms before attention and MLP, heads turned by position, a gated MLP. Throws as
 * `Architecture.describe` does.
 */
export function describeLlamaLike(
  given: RawConfig,
  tensors: ReadonlyMap<string, TensorInfo>,
  variation: Variation = {},
): Decoder {
  const config: RawConfig = { ...variation.defaults, ...given };
  const sizes = geometry(config, tensors);
  const rope = readRope(config, sizes.headSize, variation.rope);
  const norm = variation.norm ?? rmsNorm(config);
  const biases = variation.biases ?? {};
  const prefix = prefixOf(tensors, "embed_tokens.weight", ["model.", ""]);
  const plainBlock = (at: string): Block => ({
    beforeAttention: norm(`${at}.input_layernorm`),
    attention: {
      projections: ["q_proj", "k_proj", "v_proj"].map((name) => linear(`${at}.self_attn.${name}`, biases.projections)),
      output: linear(`${at}.self_attn.o_proj`, biases.output),
      rope,
      scale: 1 / Math.sqrt(sizes.headSize),
    },
    beforeMlp: norm(`${at}.post_attention_layernorm`),
    mlp: {
      gated: true,
      input: [linear(`${at}.mlp.gate_proj`, biases.mlp), linear(`${at}.mlp.up_proj`, biases.mlp)],
      down: linear(`${at}.mlp.down_proj`, biases.mlp),
      activation: activation(config, "hidden_act", "silu"),
    },
  });
  const embedding = `${prefix}embed_tokens.weight`;
  return {
    geometry: { ...sizes, context: contextOf(config, rope, sizes.context) },
    embedding: { tokens: embedding },
    blocks: Array.from({ length: sizes.layers }, (_, layer) => {
      const at = `${prefix}layers.${layer}`;
      const plain = plainBlock(at);
      return variation.block?.(plain, layer, at, sizes) ?? plain;
    }),
    finalNorm: norm(`${prefix}norm`),
    head: { weight: flag(config, "tie_word_embeddings") ? embedding : "lm_head.weight" },
  };
}

/** A block whose attention differs. */
export function withAttention(block: Block, changes: Partial<Block["attention"]>): Block {
  return { ...block, attention: { ...block.attention, ...changes } };
}
