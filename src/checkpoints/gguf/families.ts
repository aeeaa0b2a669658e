import type { GgufFamily } from "./family";
import type { MetadataReader } from "./metadata";

const outer = { token_embd: "model.embed_tokens", output_norm: "model.norm", output: "lm_head" };

const gated = { ffn_gate: "mlp.gate_proj", ffn_up: "mlp.up_proj", ffn_down: "mlp.down_proj" };

const attention = {
  attn_q: "self_attn.q_proj",
  attn_k: "self_attn.k_proj",
  attn_v: "self_attn.v_proj",
  attn_output: "self_attn.o_proj",
};

const headNorms = { attn_q_norm: "self_attn.q_norm", attn_k_norm: "self_attn.k_norm" };

/** Norms before attention and MLP. */
const preNorms = { attn_norm: "input_layernorm", ffn_norm: "post_attention_layernorm" };

/** Norms before and after both. */
const sandwichNorms = {
  attn_norm: "input_layernorm",
  post_attention_norm: "post_attention_layernorm",
  ffn_norm: "pre_feedforward_layernorm",
  post_ffw_norm: "post_feedforward_layernorm",
};

const blocks = "model.layers";

const gainPlusOne: GgufFamily["change"] = (stem) => (stem.endsWith("norm") ? { kind: "gain-plus-one" } : undefined);

/** What Gemma's files leave unsaid: the models divide attention by the root of the head size, but for the largest. */
const gemmaConfig = (read: MetadataReader) => ({
  hidden_act: "gelu_pytorch_tanh",
  hidden_activation: "gelu_pytorch_tanh",
  sliding_window: read.number("attention.sliding_window", 4096),
});

/** The families whose tensors can be given the hub's names. Source: gguf-py's tensor_mapping.py, convert_hf_to_gguf.py. */
const families: Readonly<Record<string, GgufFamily>> = {
  llama: {
    modelType: "llama",
    architecture: "LlamaForCausalLM",
    blocks,
    outer,
    inner: { ...attention, ...gated, ...preNorms },
    change: (stem, _part, read) =>
      stem === "attn_q" || stem === "attn_k"
        ? {
            kind: "heads-interleaved",
            heads: read.number(
              stem === "attn_q" ? "attention.head_count" : "attention.head_count_kv",
              read.number("attention.head_count"),
            ),
          }
        : undefined,
  },
  qwen2: {
    modelType: "qwen2",
    architecture: "Qwen2ForCausalLM",
    blocks,
    outer,
    inner: { ...attention, ...gated, ...preNorms },
  },
  qwen3: {
    modelType: "qwen3",
    architecture: "Qwen3ForCausalLM",
    blocks,
    outer,
    inner: { ...attention, ...gated, ...preNorms, ...headNorms },
  },
  olmo2: {
    modelType: "olmo2",
    architecture: "Olmo2ForCausalLM",
    blocks,
    outer,
    inner: {
      ...attention,
      ...gated,
      ...headNorms,
      post_attention_norm: "post_attention_layernorm",
      post_ffw_norm: "post_feedforward_layernorm",
    },
  },
  phi3: {
    modelType: "phi3",
    architecture: "Phi3ForCausalLM",
    blocks,
    outer,
    inner: {
      ...preNorms,
      attn_qkv: "self_attn.qkv_proj",
      attn_output: "self_attn.o_proj",
      ffn_up: "mlp.gate_up_proj",
      ffn_down: "mlp.down_proj",
    },
    config: (read) =>
      read.has("attention.sliding_window") ? { sliding_window: read.number("attention.sliding_window") } : {},
  },
  gemma2: {
    modelType: "gemma2",
    architecture: "Gemma2ForCausalLM",
    blocks,
    outer,
    inner: { ...attention, ...gated, ...sandwichNorms },
    change: gainPlusOne,
    config: (read) => ({
      ...gemmaConfig(read),
      attn_logit_softcapping: read.number("attn_logit_softcapping", 50),
      final_logit_softcapping: read.number("final_logit_softcapping", 30),
      query_pre_attn_scalar:
        read.number("block_count") === 46
          ? read.number("embedding_length") / read.number("attention.head_count")
          : read.number("attention.key_length", 256),
    }),
  },
  gemma3: {
    modelType: "gemma3_text",
    architecture: "Gemma3ForCausalLM",
    blocks,
    outer,
    inner: { ...attention, ...gated, ...headNorms, ...sandwichNorms },
    change: gainPlusOne,
    config: (read) => ({
      ...gemmaConfig(read),
      sliding_window_pattern: 6,
      rope_local_base_freq: 10_000,
      query_pre_attn_scalar:
        read.number("block_count") === 62
          ? read.number("embedding_length") / read.number("attention.head_count")
          : read.number("attention.key_length", 256),
    }),
  },
  gpt2: {
    modelType: "gpt2",
    architecture: "GPT2LMHeadModel",
    blocks: "transformer.h",
    outer: {
      token_embd: "transformer.wte",
      position_embd: "transformer.wpe",
      output_norm: "transformer.ln_f",
      output: "lm_head",
    },
    inner: {
      attn_norm: "ln_1",
      attn_qkv: "attn.c_attn",
      attn_output: "attn.c_proj",
      ffn_norm: "ln_2",
      ffn_up: "mlp.c_fc",
      ffn_down: "mlp.c_proj",
    },
    change: (stem, part) =>
      part === "weight" && /^(attn_qkv|attn_output|ffn_)/.test(stem) && !stem.endsWith("norm")
        ? { kind: "transposed" }
        : undefined,
    config: (read) => ({
      n_layer: read.number("block_count"),
      n_embd: read.number("embedding_length"),
      n_head: read.number("attention.head_count"),
      n_inner: read.number("feed_forward_length"),
      n_positions: read.number("context_length"),
      layer_norm_epsilon: read.number("attention.layer_norm_epsilon", 1e-5),
      activation_function: "gelu_new",
      hidden_act: "gelu_new",
    }),
  },
};

/** By `general.architecture`, which a file may set to anything. */
export const ggufFamilies: ReadonlyMap<string, GgufFamily> = new Map(Object.entries(families));
