import type { RawConfig } from "../checkpoint";
import type { GgufFamily } from "./family";
import type { MetadataReader } from "./metadata";

/** `config.json` as the hub would have it. `factors` are those of `rope_freqs.weight` where the file has them. */
export function configOf(read: MetadataReader, family: GgufFamily, factors?: Float32Array): RawConfig {
  const width = read.number("embedding_length");
  const heads = read.number("attention.head_count");
  const headSize = read.number("attention.key_length", read.number("rope.dimension_count", width / heads));
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
    ...ropeScaling(read, headSize, factors),
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

/** The decimal number that was rounded to f32 when it was written: 1e-5 rather than 0.000009999999747. */
function single(value: number): number {
  return Number(value.toPrecision(7));
}

function ropeScaling(read: MetadataReader, headSize: number, factors?: Float32Array): RawConfig {
  if (factors) return { rope_scaling: llama3Scaling(read, headSize, factors) };
  const kind = read.text(`${read.architecture}.rope.scaling.type`, "none");
  if (kind === "none") return {};
  const scaling = { rope_type: kind, factor: single(read.number("rope.scaling.factor", 1)) };
  if (kind === "linear") return { rope_scaling: scaling };
  return {
    rope_scaling: {
      ...scaling,
      original_max_position_embeddings: read.number(
        "rope.scaling.original_context_length",
        read.number("context_length"),
      ),
    },
  };
}

/**
 * Llama 3's scaling is written as one divisor for each frequency. They are those of the published settings (low 1, high 4,
 * 8,192 positions) with the largest divisor as the factor; a file whose divisors are others is refused.
 */
function llama3Scaling(read: MetadataReader, headSize: number, factors: Float32Array): RawConfig {
  const scaling = {
    rope_type: "llama3",
    factor: single(Math.max(...factors)),
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  };
  const theta = read.number("rope.freq_base", 10_000);
  for (const [i, given] of factors.entries()) {
    const wavelength = 2 * Math.PI * theta ** ((2 * i) / headSize);
    if (Math.abs(llama3Divisor(wavelength, scaling) - given) > 1e-3 * given) {
      throw read.bad(`scales its rotary frequencies in a way that the lab does not know (divisor ${i} is ${given})`);
    }
  }
  return scaling;
}

function llama3Divisor(
  wavelength: number,
  scaling: {
    readonly factor: number;
    readonly low_freq_factor: number;
    readonly high_freq_factor: number;
    readonly original_max_position_embeddings: number;
  },
): number {
  const turns = scaling.original_max_position_embeddings / wavelength;
  if (turns > scaling.high_freq_factor) return 1;
  if (turns < scaling.low_freq_factor) return scaling.factor;
  const smooth = (turns - scaling.low_freq_factor) / (scaling.high_freq_factor - scaling.low_freq_factor);
  return 1 / ((1 - smooth) / scaling.factor + smooth);
}
