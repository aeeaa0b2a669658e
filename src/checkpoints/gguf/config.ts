import type { RawConfig } from "../checkpoint";
import type { GgufFamily } from "./family";
import type { MetadataReader } from "./metadata";
import { type RotaryTables, ropeScaling, single } from "./rotary";

/** `config.json` as the hub would have it. */
export function configOf(read: MetadataReader, family: GgufFamily, tables: RotaryTables): RawConfig {
  const width = read.number("embedding_length");
  const heads = read.number("attention.head_count");
  const headSize = read.number("attention.key_length", width / heads);
  // The numbers of a head that are turned by position: fewer than all in Phi-4 mini.
  const turned = read.number("rope.dimension_count", headSize);
  const names = new Set(read.header.tensors.map(({ name }) => name));
  const embedding = read.header.tensors.find(({ name }) => name === "token_embd.weight");
  const epsilon = "attention.layer_norm_rms_epsilon";
  return {
    model_type: family.modelType,
    architectures: [family.architecture],
    hidden_size: width,
    num_hidden_layers: read.number("block_count"),
    num_attention_heads: heads,
    num_key_value_heads: read.number("attention.head_count_kv", heads),
    head_dim: headSize,
    intermediate_size: read.number("feed_forward_length"),
    max_position_embeddings: read.number("context_length"),
    vocab_size: embedding?.shape[0] ?? read.number("vocab_size"),
    ...(read.has(epsilon) && { rms_norm_eps: single(read.number(epsilon)) }),
    rope_theta: single(read.number("rope.freq_base", 10_000)),
    ...(turned < headSize && { partial_rotary_factor: turned / headSize }),
    ...ropeScaling(read, headSize, tables),
    hidden_act: "silu",
    attention_bias: names.has("blk.0.attn_q.bias") && names.has("blk.0.attn_output.bias"),
    mlp_bias: names.has("blk.0.ffn_down.bias"),
    tie_word_embeddings: !names.has("output.weight"),
    ...tokenIds(read),
    ...family.config?.(read),
  };
}

/** Tokens that begin and end a text; several may end it. */
export function generationConfigOf(read: MetadataReader): RawConfig {
  const ends = ["eos", "eot", "eom"].flatMap((kind) => read.integer(`tokenizer.ggml.${kind}_token_id`) ?? []);
  const { bos_token_id } = tokenIds(read);
  return {
    ...(bos_token_id !== undefined && { bos_token_id }),
    ...(ends.length > 0 && { eos_token_id: [...new Set(ends)] }),
  };
}

function tokenIds(read: MetadataReader) {
  const [begin, end] = [read.integer("tokenizer.ggml.bos_token_id"), read.integer("tokenizer.ggml.eos_token_id")];
  return { ...(begin !== undefined && { bos_token_id: begin }), ...(end !== undefined && { eos_token_id: end }) };
}
