"""Writes a trained checkpoint into public/models/<name>, laid out as on the hub, weights in F16.

`python export.py polyglot-base` takes final.pt; `--interim` takes the last saved state instead.
The model card, README.md, is written by report.py once the checkpoint is measured.
"""

import argparse
import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import save_file

import settings


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


def tokenizer_config(s: settings.ModelShape) -> dict:
    return {
        "added_tokens_decoder": {
            str(settings.END_ID): {
                "content": settings.END,
                "lstrip": False,
                "normalized": False,
                "rstrip": False,
                "single_word": False,
                "special": True,
            }
        },
        "bos_token": settings.END,
        "clean_up_tokenization_spaces": False,
        "eos_token": settings.END,
        "model_max_length": s.context,
        "pad_token": settings.END,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }


def generation_config() -> dict:
    end = settings.END_ID
    return {"bos_token_id": end, "eos_token_id": end, "pad_token_id": end, "do_sample": False}


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def export(name: str, interim: bool) -> None:
    source = settings.WORK / name
    state = torch.load(source / ("state.pt" if interim else "final.pt"))
    folder = settings.MODELS / name
    folder.mkdir(parents=True, exist_ok=True)
    weights = {key: value.to(torch.float16).contiguous() for key, value in state["model"].items()}
    assert all(torch.isfinite(w).all() for w in weights.values())
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)
    write_json(folder / "config.json", config(settings.SHAPE))
    write_json(folder / "generation_config.json", generation_config())
    write_json(folder / "tokenizer_config.json", tokenizer_config(settings.SHAPE))
    shutil.copyfile(settings.WORK / "tokenizer.json", folder / "tokenizer.json")
    facts = {key: state[key] for key in ("step", "seconds", "plan", "tokens", "passes")}
    write_json(source / "run.json", {"interim": interim, **facts})
    print(folder.name, "exported at step", state["step"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Export one checkpoint of settings.PLANS.")
    parser.add_argument("name", choices=settings.PLANS)
    parser.add_argument("--interim", action="store_true")
    options = parser.parse_args()
    export(options.name, options.interim)
