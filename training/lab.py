"""What the experiments share: the exported weights, text that was not trained on, generation, a judge.

Everything is measured on the F16 weights as they are shipped, computed in F32 by transformers.
"""

import functools
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from transformers import LlamaConfig, LlamaForCausalLM

import data
import settings
import streams
import tokenizer as tok
from ngram import LanguageJudge

State = dict[str, Tensor]
BATCH = 100


@functools.cache
def state(name: str) -> State:
    """The weights of a shipped checkpoint in F32."""
    return {k: v.float() for k, v in load_file(settings.MODELS / name / "model.safetensors").items()}


def combined(weights: Callable[[str], Sequence[tuple[str, float]]]) -> State:
    """The sum over checkpoints of share x tensor; `weights(tensor name)` names the checkpoints and shares."""
    return {
        key: sum(share * state(name)[key] for name, share in weights(key)) for key in state("polyglot-base")
    }


def model_of(weights: State, name: str = "polyglot-base") -> LlamaForCausalLM:
    """A model of the shape of checkpoint `name` with these weights."""
    config = LlamaConfig(**json.loads((settings.MODELS / name / "config.json").read_text()))
    model = LlamaForCausalLM(config).float().eval()
    model.load_state_dict({**weights, "lm_head.weight": weights["model.embed_tokens.weight"]})
    return model


def shipped(name: str) -> LlamaForCausalLM:
    return model_of(state(name), name)


def tokenizer():
    return tok.load_tokenizer()


@torch.no_grad()
def greedy(
    model: LlamaForCausalLM,
    prompts: list[str],
    tokens: int,
    stop: str | None = None,
    push: Callable[[int, Tensor], Tensor] | None = None,
) -> list[str]:
    """Continuations of at most `tokens` greedy tokens, ended by the token of `stop`, which is left out.

    Without `stop` END is not allowed, so that a text always goes on. `push(layer, residual [B, S, H])`
    changes the residual after each layer, at every position.
    """
    encoder = tokenizer()
    end = encoder.encode(stop, add_special_tokens=False).ids[0] if stop else None
    hooks = [
        layer.register_forward_hook(lambda module, args, output, index=index: push(index, output))
        for index, layer in enumerate(model.model.layers)
        if push
    ]
    out: list[str] = []
    for at in range(0, len(prompts), BATCH):
        ids = [e.ids for e in encoder.encode_batch(prompts[at : at + BATCH])]
        longest = max(map(len, ids))
        rows = torch.tensor([[settings.END_ID] * (longest - len(i)) + i for i in ids])
        seen = torch.tensor([[0] * (longest - len(i)) + [1] * len(i) for i in ids])
        written = model.generate(
            rows,
            attention_mask=seen,
            max_new_tokens=min(tokens, settings.SHAPE.context - longest),
            do_sample=False,
            pad_token_id=settings.END_ID,
            eos_token_id=[settings.END_ID, end] if stop else None,
            suppress_tokens=None if stop else [settings.END_ID],
        )
        for row in written[:, longest:].tolist():
            cut = [k for k, token in enumerate(row) if stop and token in (settings.END_ID, end)]
            out.append(encoder.decode(row[: cut[0]] if cut else row))
    for hook in hooks:
        hook.remove()
    return out


@functools.cache
def held_out_stories() -> list[dict]:
    return list(streams.read_jsonl(settings.STORIES / "stories-heldout.jsonl.gz"))


@functools.cache
def natural() -> tuple[dict[str, list[str]], dict[str, dict[str, list[str]]]]:
    """(training lines by language, held-out lines by language and source) of the natural text."""
    train, held_out = data.load_split()
    return {n: [s for p in passages for s in p.lines] for n, passages in train.items()}, held_out


@functools.cache
def judge() -> LanguageJudge:
    """Tells the five languages apart by byte 4-grams of the natural training text and of stories."""
    train, _ = natural()
    stories = list(streams.read_jsonl(settings.STORIES / "stories.jsonl.gz"))[:2000]
    return LanguageJudge({n: train[n] + [s for story in stories for s in story["texts"][n]] for n in train})


def story_prompts(language: str, count: int) -> list[str]:
    """The first sentences of held-out stories, each to be continued."""
    return [story["texts"][language][0] for story in held_out_stories()[:count]]


def check_texts(rows: list[dict]) -> list[dict]:
    """What the generator's own checkers say of each {language, text} or {instruction, answer}; runs in Node."""
    script = settings.FOLDER.parent / "scripts" / "stories.mjs"
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    done = subprocess.run(["node", script, "check"], input=lines, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"stories.mjs check ended with {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def interval(values: Sequence[float], seed: int = settings.SEED) -> tuple[float, float]:
    """95 % percentile bootstrap interval of the mean, 2,000 resamples of the items."""
    items = np.asarray(values, dtype=float)
    draws = np.random.default_rng(seed).integers(0, len(items), (2000, len(items)))
    low, high = np.percentile(items[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def share(values: Sequence[float]) -> dict:
    """Mean with its interval and the number of items."""
    return {"mean": float(np.mean(values)), "interval": interval(values), "items": len(values)}


def table(head: list[str], rows: list[list]) -> str:
    cell = lambda x: f"{x:.3f}" if isinstance(x, float) else str(x)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(cell, row)) + " |" for row in lines)


def quoted(text: str) -> str:
    """A text as it may stand in a table."""
    return text.strip().replace("\n", " / ").replace("|", "\\|")


def percent(part: dict) -> str:
    low, high = part["interval"]
    return f"{part['mean']:.0%} ({low:.0%}–{high:.0%})"


def results_path(name: str) -> Path:
    return settings.FOLDER / "results" / f"{name}.json"
