"""Writes the golden files of the compiler: tiny random checkpoints and what PyTorch makes of them.

    python make.py               writes every checkpoint of cases.py, Llama's into a folder of its name beside this file,
                                 those of the other architectures into architectures/
    python make.py long-rope     writes only those named
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
import re

import torch
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

from cases import ARCHITECTURES, LLAMA

HERE = pathlib.Path(__file__).parent

# Where a family's modules have other names: blocks, final norm, what attention and MLP end with.
NAMES = {
    "gpt2": dict(blocks="transformer.h", norm="transformer.ln_f", output="attn.c_proj", down="mlp.c_proj"),
    "gpt_neox": dict(blocks="gpt_neox.layers", norm="gpt_neox.final_layer_norm", output="attention.dense", down="mlp.dense_4h_to_h"),
}
LLAMA_NAMES = dict(blocks="model.layers", norm="model.norm", output="self_attn.o_proj", down="mlp.down_proj")
# Norms that stand between attention or MLP and the stream.
NORMS_AFTER = ("gemma2", "gemma3_text", "olmo2")


def make(case, folder, seed):
    """Random weights large enough that attention is far from uniform and the tokens that win are clear."""
    torch.manual_seed(seed)
    config = AutoConfig.for_model(case.model_type, **case.settings)
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").eval()
    gain = (-0.5, 0.5) if case.model_type.startswith("gemma") else (0.5, 1.5)
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            if re.search(r"(norm|\bln_\w+)\.weight$", key):
                parameter.uniform_(*gain)
            elif key.endswith("bias"):
                parameter.normal_(0, 0.3)
            else:
                parameter.normal_(0, 1.0 if re.search("emb|wte|wpe", key) else 0.25)
    model = model.to(case.stored)
    model.save_pretrained(folder, **({"max_shard_size": case.shard} if case.shard else {}))
    (folder / "generation_config.json").unlink(missing_ok=True)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    ids = torch.randint(3, config.vocab_size, (1, case.length), generator=torch.Generator().manual_seed(seed))
    # A long text would make a long file: its last positions hold what earlier ones led to.
    write(folder / "expected.golden.json", expected(model, ids, keep=8 if folder.parent == HERE else 4))


def expected(model, ids, keep):
    captured = {}
    handles = hook_points(model, captured) if keep > 1 else []
    with torch.no_grad():
        output = model(ids, output_attentions=keep > 1, use_cache=False)
        for handle in handles:
            handle.remove()
        for layer, pattern in enumerate(output.attentions if keep > 1 else []):
            at = f"blocks.{layer}"
            captured[f"{at}.attn.hook_pattern"] = pattern
            captured[f"{at}.hook_resid_mid"] = captured[f"{at}.hook_resid_pre"] + captured[f"{at}.hook_attn_out"]
        greedy = model.generate(ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=32, min_new_tokens=32, eos_token_id=None, pad_token_id=0)
    keep = min(ids.shape[1], keep)
    return {
        "ids": ids[0].tolist(),
        "greedy": greedy[0, ids.shape[1] :].tolist(),
        "firstPosition": ids.shape[1] - keep,
        "logits": tensor(output.logits[:, -keep:]),
        "hooks": {name: tensor(value[..., -keep:, :] if "pattern" in name else value[:, -keep:]) for name, value in sorted(captured.items())},
    }


def hook_points(model, captured):
    """TransformerLens' names, from forward hooks on transformers' modules. What attention and MLP add to the stream is behind
    the norm that stands after them, where there is one."""
    kind = model.config.model_type
    names = NAMES.get(kind, LLAMA_NAMES)
    heads = model.config.num_attention_heads
    handles = []

    def output_of(module, name):
        handles.append(module.register_forward_hook(lambda _module, _inputs, out: captured.__setitem__(name, out[0] if isinstance(out, tuple) else out)))

    def input_of(module, name, shape=None):
        def keep(_module, inputs):
            captured[name] = inputs[0].unflatten(-1, shape) if shape else inputs[0]

        handles.append(module.register_forward_pre_hook(keep))

    for index, layer in enumerate(model.get_submodule(names["blocks"])):
        at = f"blocks.{index}"
        handles.append(layer.register_forward_pre_hook(lambda _module, args, kwargs, name=f"{at}.hook_resid_pre": captured.__setitem__(name, args[0] if args else kwargs["hidden_states"]), with_kwargs=True))
        output_of(layer, f"{at}.hook_resid_post")
        attention, down = layer.get_submodule(names["output"]), layer.get_submodule(names["down"])
        input_of(attention, f"{at}.attn.hook_z", (heads, -1))
        input_of(down, f"{at}.mlp.hook_post")
        after = kind in NORMS_AFTER
        output_of(layer.post_attention_layernorm if after else attention, f"{at}.hook_attn_out")
        output_of(layer.post_feedforward_layernorm if after else down, f"{at}.hook_mlp_out")
    output_of(model.get_submodule(names["norm"]), "ln_final.hook_normalized")
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
        write(arguments.out, {"weights": weights, **expected(model, ids, keep=1)})
        return
    for cases, parent in ((LLAMA, HERE), (ARCHITECTURES, HERE / "architectures")):
        for seed, (name, case) in enumerate(cases.items()):
            if not arguments.names or name in arguments.names:
                make(case, parent / name, seed)


if __name__ == "__main__":
    main()
