"""Writes a trained checkpoint into public/models/<name>, laid out as on the hub, weights in F16.

`python export.py polyglot-base` takes final.pt. The model card, README.md, is written by report.py once the
checkpoint is measured.
"""

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Tokenizer

import settings
import tokenizer as tok


def config(s: settings.ModelShape) -> dict:
    return {
        "architectures": ["LlamaForCausalLM"],
        "attention_bias": False,
        "attention_dropout": 0.0,
        "bos_token_id": settings.END_ID,
        "dtype": "float16",
        "eos_token_id": settings.END_ID,
        "head_dim": s.head_size,
        "hidden_act": "silu",
        "hidden_size": s.width,
        "initializer_range": 0.02,
        "intermediate_size": s.feed_forward,
        "max_position_embeddings": s.context,
        "mlp_bias": False,
        "model_type": "llama",
        "num_attention_heads": s.heads,
        "num_hidden_layers": s.layers,
        "num_key_value_heads": s.key_heads,
        "pretraining_tp": 1,
        "rms_norm_eps": s.norm_eps,
        "rope_scaling": None,
        "rope_theta": s.rope_theta,
        "tie_word_embeddings": True,
        "torch_dtype": "float16",
        "use_cache": True,
        "vocab_size": s.vocabulary,
    }


# ChatML, without a system turn.
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def tokenizer_config(s: settings.ModelShape, tokenizer: Tokenizer, chats: bool) -> dict:
    special = {str(i): {**vars_of(token), "special": True} for i, token in tokenizer.get_added_tokens_decoder().items()}
    return {
        "added_tokens_decoder": special,
        "bos_token": settings.END,
        **({"chat_template": TEMPLATE} if chats else {}),
        "clean_up_tokenization_spaces": False,
        "eos_token": settings.TURN_END if chats else settings.END,
        "model_max_length": s.context,
        "pad_token": settings.END,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }


def vars_of(token: AddedToken) -> dict:
    return {key: getattr(token, key) for key in ("content", "lstrip", "normalized", "rstrip", "single_word")}


def generation_config(stops: list[int]) -> dict:
    end = settings.END_ID
    return {"bos_token_id": end, "eos_token_id": stops, "pad_token_id": end, "do_sample": False}


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def compact(value: dict) -> str:
    """One line of JSON: the indents of a tokenizer are as many bytes as the rest."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def export(name: str) -> None:
    plan = settings.PLANS[name]
    state = torch.load(settings.WORK / name / "final.pt")
    folder = settings.MODELS / name
    folder.mkdir(parents=True, exist_ok=True)
    weights = {key: value.to(torch.float16).contiguous() for key, value in state["model"].items()}
    assert all(torch.isfinite(w).all() for w in weights.values())
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)
    tokenizer = tok.load_tokenizer(plan.tokenizer)
    chats = "chat" in plan.mixture
    stops = [settings.END_ID, *([tokenizer.token_to_id(settings.TURN_END)] if chats else [])]
    write_json(folder / "config.json", config(plan.shape))
    write_json(folder / "generation_config.json", generation_config(stops))
    write_json(folder / "tokenizer_config.json", tokenizer_config(plan.shape, tokenizer, chats))
    (folder / "tokenizer.json").write_text(compact(json.loads((settings.WORK / f"{plan.tokenizer}.json").read_text())))
    print(folder.name, "exported at step", state["step"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Export one checkpoint of settings.PLANS.")
    parser.add_argument("name", choices=settings.SHIPPED)
    export(parser.parse_args().name)
