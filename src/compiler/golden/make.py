"""Writes the golden files of the compiler: tiny random checkpoints and what PyTorch makes of them.

    python make.py            writes every checkpoint below into a folder of its name beside this file
    python make.py long-rope  writes only those named
    python make.py --checkpoint ../../../public/models/polyglot-base --out polyglot-base.golden.json
                              the same for a trained checkpoint: logits of the last position, no hooks

Needs torch, transformers and safetensors (written with torch 2.13, transformers 5.18). Each folder holds a checkpoint as
on the hub and `expected.golden.json`: token ids, logits and every hook of one forward pass with eager attention in f32
(weights stored in bf16 or f16 are widened first), and 32 greedy tokens.
"""

import argparse
import hashlib
import json
import pathlib

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig, LlamaForCausalLM, MistralConfig, MistralForCausalLM

HERE = pathlib.Path(__file__).parent
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
LLAMA3 = dict(
    rope_type="llama3",
    factor=8.0,
    low_freq_factor=1.0,
    high_freq_factor=4.0,
    original_max_position_embeddings=32,
)

# name: (class, config, stored type, shard size, length of the text)
CASES = {
    "tied": (LlamaForCausalLM, LlamaConfig, dict(hidden_size=32, head_dim=None, num_key_value_heads=2, tie_word_embeddings=True), torch.float32, None, 12),
    "grouped": (LlamaForCausalLM, LlamaConfig, dict(num_attention_heads=4, num_key_value_heads=1, tie_word_embeddings=False), torch.float32, None, 12),
    "long-rope": (
        LlamaForCausalLM,
        LlamaConfig,
        dict(
            num_key_value_heads=1,
            tie_word_embeddings=True,
            max_position_embeddings=256,
            rope_parameters=dict(rope_theta=500000.0, **LLAMA3),
        ),
        torch.float32,
        None,
        100,
    ),
    "linear-rope": (
        LlamaForCausalLM,
        LlamaConfig,
        dict(num_key_value_heads=1, tie_word_embeddings=True, rope_parameters=dict(rope_theta=10000.0, rope_type="linear", factor=4.0)),
        torch.float16,
        None,
        24,
    ),
    "sharded": (LlamaForCausalLM, LlamaConfig, dict(num_key_value_heads=1, tie_word_embeddings=False), torch.float32, "20KB", 12),
    "brain-float": (LlamaForCausalLM, LlamaConfig, dict(num_key_value_heads=1, tie_word_embeddings=True), torch.bfloat16, None, 12),
    "biased": (
        LlamaForCausalLM,
        LlamaConfig,
        dict(num_key_value_heads=1, tie_word_embeddings=True, attention_bias=True, mlp_bias=True),
        torch.float32,
        None,
        12,
    ),
    "window": (MistralForCausalLM, MistralConfig, dict(num_key_value_heads=1, tie_word_embeddings=False, sliding_window=8), torch.float32, None, 24),
}


def make(name, index):
    """Random weights large enough that attention is far from uniform and the tokens that win are clear."""
    model_class, config_class, settings, stored, shard, length = CASES[name]
    torch.manual_seed(index)
    config = config_class(**{**BASE, **settings})
    config._attn_implementation = "eager"
    model = model_class(config).eval()
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            if key.endswith("norm.weight"):
                parameter.uniform_(0.5, 1.5)
            elif key.endswith("bias"):
                parameter.normal_(0, 0.3)
            else:
                parameter.normal_(0, 1.0 if "embed" in key else 0.25)
    model = model.to(stored)
    folder = HERE / name
    model.save_pretrained(folder, **({"max_shard_size": shard} if shard else {}))
    (folder / "generation_config.json").unlink(missing_ok=True)
    model = model_class.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    ids = torch.randint(3, config.vocab_size, (1, length), generator=torch.Generator().manual_seed(index))
    write(folder / "expected.golden.json", expected(model, ids, hooks=True))


def expected(model, ids, hooks):
    captured = {}
    handles = hook_points(model, captured) if hooks else []
    with torch.no_grad():
        output = model(ids, output_attentions=hooks, use_cache=False)
        for handle in handles:
            handle.remove()
        for layer, pattern in enumerate(output.attentions if hooks else []):
            captured[f"blocks.{layer}.attn.hook_pattern"] = pattern
        greedy = model.generate(ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=32, min_new_tokens=32, eos_token_id=None, pad_token_id=0)
    # A long text would make a long file: its last positions hold what earlier ones led to.
    keep = min(ids.shape[1], 8) if hooks else 1
    return {
        "ids": ids[0].tolist(),
        "greedy": greedy[0, ids.shape[1] :].tolist(),
        "firstPosition": ids.shape[1] - keep,
        "logits": tensor(output.logits[:, -keep:]),
        "hooks": {name: tensor(value[..., -keep:, :] if "pattern" in name else value[:, -keep:]) for name, value in sorted(captured.items())},
    }


def hook_points(model, captured):
    """TransformerLens' names, from forward hooks on transformers' modules."""
    heads, size = model.config.num_attention_heads, model.model.layers[0].self_attn.head_dim
    handles = []

    def output_of(module, name):
        handles.append(module.register_forward_hook(lambda _module, _inputs, out: captured.__setitem__(name, out[0] if isinstance(out, tuple) else out)))

    def input_of(module, name, shape=None):
        def keep(_module, inputs):
            captured[name] = inputs[0].unflatten(-1, shape) if shape else inputs[0]

        handles.append(module.register_forward_pre_hook(keep))

    for index, layer in enumerate(model.model.layers):
        at = f"blocks.{index}"
        handles.append(layer.register_forward_pre_hook(lambda _module, args, kwargs, name=f"{at}.hook_resid_pre": captured.__setitem__(name, args[0] if args else kwargs["hidden_states"]), with_kwargs=True))
        output_of(layer, f"{at}.hook_resid_post")
        input_of(layer.post_attention_layernorm, f"{at}.hook_resid_mid")
        input_of(layer.self_attn.o_proj, f"{at}.attn.hook_z", (heads, size))
        output_of(layer.self_attn.o_proj, f"{at}.hook_attn_out")
        input_of(layer.mlp.down_proj, f"{at}.mlp.hook_post")
        output_of(layer.mlp, f"{at}.hook_mlp_out")
    output_of(model.model.norm, "ln_final.hook_normalized")
    return handles


def tensor(value):
    return {"dims": list(value.shape), "data": [float(f"{number:.7g}") for number in value.flatten().tolist()]}


def write(path, content):
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="checkpoints to write; all when none is named")
    parser.add_argument("--checkpoint", type=pathlib.Path, help="a trained checkpoint instead")
    parser.add_argument("--text", default="Am Morgen lag Schnee auf den Dächern, und die Kinder")
    parser.add_argument("--out", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.checkpoint:
        model = AutoModelForCausalLM.from_pretrained(
            arguments.checkpoint, dtype=torch.float32, attn_implementation="eager"
        ).eval()
        ids = AutoTokenizer.from_pretrained(arguments.checkpoint)(arguments.text, return_tensors="pt").input_ids
        weights = hashlib.sha256((arguments.checkpoint / "model.safetensors").read_bytes()).hexdigest()
        write(arguments.out, {"weights": weights, **expected(model, ids, hooks=False)})
        return
    for index, name in enumerate(CASES):
        if not arguments.names or name in arguments.names:
            make(name, index)


if __name__ == "__main__":
    main()
