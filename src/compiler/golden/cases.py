"""The checkpoints that make.py writes: model type, settings, stored type, shard size, length of the text."""

from dataclasses import dataclass

import torch


@dataclass
class Case:
    model_type: str
    settings: dict
    stored: torch.dtype = torch.float32
    shard: str | None = None
    length: int = 12


F16, BF16 = torch.float16, torch.bfloat16
BASE = dict(
    vocab_size=64,
    hidden_size=24,
    intermediate_size=40,
    num_hidden_layers=2,
    num_attention_heads=2,
    head_dim=16,
    max_position_embeddings=128,
    rms_norm_eps=1e-5,
    bos_token_id=1,
    eos_token_id=2,
)
ROPE_LLAMA3 = dict(
    rope_type="llama3",
    rope_theta=500000.0,
    factor=8.0,
    low_freq_factor=1.0,
    high_freq_factor=4.0,
    original_max_position_embeddings=32,
)
ROPE_YARN = dict(rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=32)


def llama(stored=torch.float32, shard=None, length=12, model_type="llama", **settings):
    return Case(model_type, {**BASE, **settings}, stored, shard, length)


LLAMA = {
    "tied": llama(hidden_size=32, head_dim=None, num_key_value_heads=2, tie_word_embeddings=True),
    "grouped": llama(num_attention_heads=4, num_key_value_heads=1, tie_word_embeddings=False),
    "long-rope": llama(num_key_value_heads=1, tie_word_embeddings=True, max_position_embeddings=256, rope_parameters=ROPE_LLAMA3, length=100),
    "linear-rope": llama(num_key_value_heads=1, tie_word_embeddings=True, rope_parameters=dict(rope_theta=10000.0, rope_type="linear", factor=4.0), stored=F16, length=24),
    "sharded": llama(num_key_value_heads=1, tie_word_embeddings=False, shard="20KB"),
    "brain-float": llama(num_key_value_heads=1, tie_word_embeddings=True, stored=BF16),
    "biased": llama(num_key_value_heads=1, tie_word_embeddings=True, attention_bias=True, mlp_bias=True),
    "window": llama(num_key_value_heads=1, tie_word_embeddings=False, sliding_window=8, length=24, model_type="mistral"),
}

# Without head_dim, which not every config knows: heads are 16 wide where hidden_size is 32.
PLAIN = {key: value for key, value in BASE.items() if key not in ("head_dim", "rms_norm_eps")} | dict(hidden_size=32)
RMS = dict(rms_norm_eps=1e-5)
GEMMA = BASE | dict(hidden_size=32, num_hidden_layers=4, sliding_window=8)
GPT2 = dict(vocab_size=64, n_embd=32, n_layer=2, n_head=2, n_positions=128, bos_token_id=1, eos_token_id=2)
LAYERS4 = dict(num_hidden_layers=4)


def case(model_type, *settings, stored=BF16, shard=None, length=12, **more):
    merged = dict(pad_token_id=0)
    for part in (*settings, more):
        merged |= part
    return Case(model_type, merged, stored, shard, length)


ARCHITECTURES = {
    "llama-odd-heads": case("llama", BASE, hidden_size=40, head_dim=20, num_key_value_heads=1, attention_bias=True, tie_word_embeddings=True),
    "llama-yarn": case("llama", BASE, num_key_value_heads=2, rope_parameters=ROPE_YARN, length=60),
    "mistral": case("mistral", BASE, num_attention_heads=4, num_key_value_heads=2, head_dim=8, sliding_window=None, stored=F16),
    "smollm3": case("smollm3", PLAIN, RMS, LAYERS4, num_key_value_heads=1, no_rope_layer_interval=2, tie_word_embeddings=True),
    "smollm3-untied": case("smollm3", PLAIN, RMS, num_key_value_heads=2, no_rope_layers=[0, 1], tie_word_embeddings=False, shard="10KB", stored=F16),
    "qwen2": case("qwen2", PLAIN, RMS, num_key_value_heads=1, tie_word_embeddings=True, stored=torch.float32),
    "qwen2-window": case("qwen2", PLAIN, RMS, LAYERS4, num_key_value_heads=2, use_sliding_window=True, sliding_window=8, max_window_layers=2, length=24),
    "qwen2-yarn": case("qwen2", PLAIN, RMS, num_key_value_heads=1, rope_parameters=ROPE_YARN | dict(beta_fast=16.0, beta_slow=0.5, attention_factor=1.3), length=60),
    "qwen3": case("qwen3", BASE, num_attention_heads=4, num_key_value_heads=2, tie_word_embeddings=True, stored=torch.float32),
    "qwen3-odd-heads": case("qwen3", BASE, head_dim=12, num_key_value_heads=1, attention_bias=True, tie_word_embeddings=False, stored=F16, shard="8KB"),
    "gemma": case("gemma", BASE, num_key_value_heads=1),
    "gemma2": case("gemma2", GEMMA, num_key_value_heads=1, query_pre_attn_scalar=24, attn_logit_softcapping=4.0, final_logit_softcapping=6.0, length=24),
    "gemma2-uncapped": case("gemma2", GEMMA, num_attention_heads=4, num_key_value_heads=2, num_hidden_layers=2, attn_logit_softcapping=None, final_logit_softcapping=None, query_pre_attn_scalar=16, tie_word_embeddings=False, stored=F16, length=24),
    "gemma3": case(
        "gemma3_text",
        GEMMA,
        num_key_value_heads=1,
        query_pre_attn_scalar=24,
        sliding_window_pattern=2,
        rope_parameters=dict(sliding_attention=dict(rope_type="default", rope_theta=100.0), full_attention=dict(rope_type="linear", factor=8.0, rope_theta=10000.0)),
        length=24,
    ),
    "gemma3-capped": case("gemma3_text", GEMMA, num_attention_heads=4, num_key_value_heads=2, layer_types=["full_attention", "sliding_attention"], num_hidden_layers=2, query_pre_attn_scalar=16, final_logit_softcapping=6.0, stored=torch.float32, length=24),
    "gpt2": case("gpt2", GPT2, stored=torch.float32),
    "gpt2-odd-heads": case("gpt2", GPT2, n_embd=40, n_inner=48, scale_attn_by_inverse_layer_idx=True, activation_function="gelu", shard="10KB"),
    "gpt-neox": case("gpt_neox", PLAIN, rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.25)),
    "gpt-neox-sequential": case("gpt_neox", PLAIN, hidden_size=40, use_parallel_residual=False, tie_word_embeddings=True, rope_parameters=dict(rope_type="linear", factor=2.0, rope_theta=1000.0, partial_rotary_factor=0.5), stored=F16),
    "gpt-neox-whole": case("gpt_neox", PLAIN, attention_bias=False, hidden_act="gelu_new", rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=1.0)),
    "phi3": case("phi3", PLAIN, RMS, num_key_value_heads=1, sliding_window=8, length=24),
    "phi3-long-rope": case(
        "phi3",
        PLAIN,
        RMS,
        num_key_value_heads=2,
        original_max_position_embeddings=64,
        tie_word_embeddings=True,
        rope_parameters=dict(rope_type="longrope", rope_theta=10000.0, partial_rotary_factor=0.75, original_max_position_embeddings=64, short_factor=[1.0, 1.1, 1.3, 1.6, 2.0, 2.5], long_factor=[4.0] * 6),
        stored=F16,
    ),
    "olmo2": case("olmo2", PLAIN, RMS, num_key_value_heads=1),
    "olmo2-odd-heads": case("olmo2", PLAIN, RMS, num_attention_heads=4, num_key_value_heads=2, attention_bias=True, tie_word_embeddings=True, rope_parameters=ROPE_LLAMA3, stored=torch.float32, length=40),
    "stablelm": case("stablelm", PLAIN, num_key_value_heads=1, use_qkv_bias=True, rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.25)),
    "stablelm-parallel": case("stablelm", PLAIN, num_key_value_heads=2, use_parallel_residual=True, tie_word_embeddings=True, rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.5), stored=F16),
}
