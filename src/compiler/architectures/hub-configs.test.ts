import { describe, expect, it } from "vitest";
import type { Checkpoint, RawConfig } from "../../checkpoints/checkpoint";
import { unwrap } from "../../result";
import type { Decoder } from "./architecture";
import { describeDecoder } from "./index";

/** The decoder of a config as published, for a checkpoint whose tensors have these names among others. */
function decoderOf(config: RawConfig, ...names: readonly string[]): Decoder {
  const others = Array.from({ length: 100 }, (_, i) => `other.${i}`);
  const tensors = new Map([...names, ...others].map((name) => [name, { name, type: "BF16", shape: [1] } as const]));
  return unwrap(describeDecoder({ config, tensors } as unknown as Checkpoint));
}

const windows = ({ blocks }: Decoder) => blocks.map(({ attention }) => attention.window);

describe("configs as published", () => {
  it("Llama 3.2 1B", () => {
    const { geometry, blocks, head } = decoderOf({
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      attention_bias: false,
      head_dim: 64,
      hidden_act: "silu",
      hidden_size: 2048,
      intermediate_size: 8192,
      max_position_embeddings: 131072,
      mlp_bias: false,
      num_attention_heads: 32,
      num_hidden_layers: 16,
      num_key_value_heads: 8,
      rms_norm_eps: 1e-5,
      rope_scaling: {
        factor: 32,
        high_freq_factor: 4,
        low_freq_factor: 1,
        original_max_position_embeddings: 8192,
        rope_type: "llama3",
      },
      rope_theta: 500000,
      tie_word_embeddings: true,
      vocab_size: 128256,
    });
    expect(geometry).toMatchObject({ kvHeads: 8, headSize: 64, context: 32_768 });
    expect(blocks[0]!.attention.rope).toMatchObject({
      theta: 500_000,
      turned: 64,
      scaling: { kind: "llama3", factor: 32 },
    });
    expect(head.weight).toBe("model.embed_tokens.weight");
  });

  it("SmolLM3 3B: every fourth layer is not turned", () => {
    const { blocks } = decoderOf({
      model_type: "smollm3",
      hidden_size: 2048,
      intermediate_size: 11008,
      layer_types: Array.from({ length: 36 }, () => "full_attention"),
      max_position_embeddings: 65536,
      no_rope_layers: Array.from({ length: 36 }, (_, i) => (i % 4 === 3 ? 0 : 1)),
      num_attention_heads: 16,
      num_hidden_layers: 36,
      num_key_value_heads: 4,
      rope_theta: 5_000_000,
      rope_scaling: null,
      sliding_window: null,
      use_sliding_window: false,
      vocab_size: 128256,
    });
    expect(blocks.slice(0, 4).map(({ attention }) => attention.rope?.theta)).toEqual([5e6, 5e6, 5e6, undefined]);
  });

  it("Qwen2.5 0.5B and Qwen3 0.6B: windows are written down and not used", () => {
    const common = {
      hidden_act: "silu",
      hidden_size: 896,
      intermediate_size: 4864,
      max_position_embeddings: 32768,
      max_window_layers: 21,
      num_attention_heads: 14,
      num_hidden_layers: 24,
      num_key_value_heads: 2,
      rope_theta: 1_000_000,
      sliding_window: 32768,
      tie_word_embeddings: true,
      use_sliding_window: false,
      vocab_size: 151936,
    };
    const qwen2 = decoderOf({ model_type: "qwen2", ...common });
    expect(new Set(windows(qwen2))).toEqual(new Set([undefined]));
    expect(qwen2.blocks[3]!.attention.projections[1]!.bias).toBe("model.layers.3.self_attn.k_proj.bias");
    const qwen3 = decoderOf({
      model_type: "qwen3",
      ...common,
      head_dim: 128,
      num_attention_heads: 16,
      sliding_window: null,
    });
    expect(qwen3.geometry).toMatchObject({ width: 896, heads: 16, headSize: 128 });
    expect(qwen3.blocks[0]!.attention.queryNorm?.gain).toBe("model.layers.0.self_attn.q_norm.weight");
  });

  it("Gemma 2 2B: even layers have the window, caps stand in the config", () => {
    const decoder = decoderOf({
      model_type: "gemma2",
      attn_logit_softcapping: 50,
      final_logit_softcapping: 30,
      head_dim: 256,
      hidden_act: "gelu_pytorch_tanh",
      hidden_activation: "gelu_pytorch_tanh",
      hidden_size: 2304,
      intermediate_size: 9216,
      max_position_embeddings: 8192,
      num_attention_heads: 8,
      num_hidden_layers: 26,
      num_key_value_heads: 4,
      query_pre_attn_scalar: 256,
      rope_theta: 10000,
      sliding_window: 4096,
      vocab_size: 256000,
    });
    expect(windows(decoder).slice(0, 3)).toEqual([4096, undefined, 4096]);
    expect(decoder.blocks[0]!.attention).toMatchObject({ softCap: 50, scale: 1 / 16 });
    expect(decoder.head).toEqual({ weight: "model.embed_tokens.weight", softCap: 30 });
    expect(decoder.embedding.scale).toBe(48);
  });

  it("Gemma 3 1B in the older spelling: five local layers with base 10,000 to a global one with 1,000,000", () => {
    const decoder = decoderOf({
      model_type: "gemma3_text",
      attn_logit_softcapping: null,
      final_logit_softcapping: null,
      head_dim: 256,
      hidden_activation: "gelu_pytorch_tanh",
      hidden_size: 1152,
      intermediate_size: 6912,
      max_position_embeddings: 32768,
      num_attention_heads: 4,
      num_hidden_layers: 26,
      num_key_value_heads: 1,
      query_pre_attn_scalar: 256,
      rope_local_base_freq: 10000,
      rope_scaling: null,
      rope_theta: 1000000,
      sliding_window: 512,
      sliding_window_pattern: 6,
      vocab_size: 262144,
    });
    expect(windows(decoder).slice(0, 7)).toEqual([512, 512, 512, 512, 512, undefined, 512]);
    expect(decoder.blocks.slice(4, 6).map(({ attention }) => attention.rope?.theta)).toEqual([1e4, 1e6]);
  });

  it("GPT-2: names without a prefix, sizes by their old keys", () => {
    const decoder = decoderOf(
      {
        architectures: ["GPT2LMHeadModel"],
        model_type: "gpt2",
        activation_function: "gelu_new",
        layer_norm_epsilon: 1e-5,
        n_ctx: 1024,
        n_embd: 768,
        n_head: 12,
        n_inner: null,
        n_layer: 12,
        n_positions: 1024,
        vocab_size: 50257,
      },
      "wte.weight",
    );
    expect(decoder.geometry).toMatchObject({
      layers: 12,
      width: 768,
      heads: 12,
      headSize: 64,
      mlpWidth: 3072,
      context: 1024,
    });
    expect(decoder.embedding).toEqual({ tokens: "wte.weight", positions: "wpe.weight" });
    expect(decoder.head.weight).toBe("wte.weight");
    expect(decoder.blocks[11]!.attention.projections).toEqual([
      { weight: "h.11.attn.c_attn.weight", bias: "h.11.attn.c_attn.bias", transposed: true },
    ]);
  });

  it("Pythia 70M: a quarter of each head of 64 is turned", () => {
    const { blocks, head } = decoderOf(
      {
        model_type: "gpt_neox",
        hidden_act: "gelu",
        hidden_size: 512,
        intermediate_size: 2048,
        layer_norm_eps: 1e-5,
        max_position_embeddings: 2048,
        num_attention_heads: 8,
        num_hidden_layers: 6,
        rotary_emb_base: 10000,
        rotary_pct: 0.25,
        tie_word_embeddings: false,
        use_parallel_residual: true,
        vocab_size: 50304,
      },
      "gpt_neox.embed_in.weight",
      "embed_out.weight",
    );
    expect(blocks[0]).toMatchObject({ parallel: true, attention: { rope: { theta: 10000, turned: 16 } } });
    expect(head.weight).toBe("embed_out.weight");
  });

  it("Phi-3.5 mini: LongRoPE within the original context", () => {
    const { geometry, blocks } = decoderOf({
      model_type: "phi3",
      hidden_act: "silu",
      hidden_size: 3072,
      intermediate_size: 8192,
      max_position_embeddings: 131072,
      num_attention_heads: 32,
      num_hidden_layers: 32,
      num_key_value_heads: 32,
      original_max_position_embeddings: 4096,
      rms_norm_eps: 1e-5,
      rope_scaling: {
        long_factor: Array.from({ length: 48 }, () => 8),
        short_factor: Array.from({ length: 48 }, () => 1.1),
        type: "longrope",
      },
      rope_theta: 10000,
      sliding_window: 262144,
      tie_word_embeddings: false,
      vocab_size: 32064,
    });
    expect(geometry).toMatchObject({ headSize: 96, context: 4096 });
    // sqrt(1 + ln(131072 / 4096) / ln 4096) = sqrt(1 + 5/12)
    const { scaling } = blocks[0]!.attention.rope!;
    expect(scaling.kind === "longrope" && scaling.attentionFactor).toBeCloseTo(Math.sqrt(17 / 12), 12);
  });

  it("StableLM 2 1.6B", () => {
    const { blocks, finalNorm } = decoderOf({
      model_type: "stablelm",
      hidden_act: "silu",
      hidden_size: 2048,
      intermediate_size: 5632,
      layer_norm_eps: 1e-5,
      max_position_embeddings: 4096,
      num_attention_heads: 32,
      num_hidden_layers: 24,
      num_key_value_heads: 32,
      partial_rotary_factor: 0.25,
      rope_theta: 10000,
      use_parallel_residual: false,
      use_qkv_bias: true,
      vocab_size: 100352,
    });
    expect(blocks[0]!.attention).toMatchObject({ rope: { turned: 16 } });
    expect(finalNorm).toMatchObject({ kind: "layer", bias: "model.norm.bias" });
  });

  it("a model with pictures is refused by its name", () => {
    const result = describeDecoder({
      config: { model_type: "gemma3", architectures: ["Gemma3ForConditionalGeneration"] },
      tensors: new Map(),
    } as unknown as Checkpoint);
    expect(result).toMatchObject({
      problem: { code: "architecture-unsupported", facts: { model: "Gemma3ForConditionalGeneration" } },
    });
  });
});
