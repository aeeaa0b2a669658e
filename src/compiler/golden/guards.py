"""Writes guards.golden.json: what PyTorch makes of `grouped` when what is added after block 0 is bounded.

    python guards.py

Each case is written out as its formula says, in a forward hook on the block; needs torch and transformers.
"""

import json
import pathlib

import torch
from transformers import AutoModelForCausalLM

HERE = pathlib.Path(__file__).parent
LAYER = 0


def bounded(h, vector, from_=0, keep_norm=False, cap=None, most=0.0, condition=None, above=0.0):
    """h [B,S,D] with the vector added, and the bounds on that."""
    e = h + vector
    if cap is not None:
        c = cap / cap.norm()
        e = e - torch.relu(e @ c - most)[..., None] * c
    if keep_norm:
        e = e * h.norm(dim=-1, keepdim=True) / e.norm(dim=-1, keepdim=True)
    stays = torch.arange(h.shape[1])[None, :] < from_
    if condition is not None:
        stays = stays | (h @ (condition / condition.norm()) <= above)
    return torch.where(stays[..., None], h, e)


def main():
    torch.manual_seed(8)
    model = AutoModelForCausalLM.from_pretrained(HERE / "grouped", dtype=torch.float32, attn_implementation="eager").eval()
    ids = torch.tensor([json.loads((HERE / "grouped/expected.golden.json").read_text())["ids"]])
    vector, cap, condition = (torch.randn(model.config.hidden_size) for _ in range(3))
    with torch.no_grad():
        along = model.model(ids, output_hidden_states=True).hidden_states[LAYER + 1][0] @ (condition / condition.norm())
    cases = {
        "from": {"from_": 5},
        "keepNorm": {"keep_norm": True},
        "cap": {"cap": cap, "most": 0.3},
        "when": {"condition": condition, "above": along.median().item()},
        "all": {"from_": 2, "keep_norm": True, "cap": cap, "most": 0.3, "condition": condition, "above": along.min().item() + 0.01},
    }
    logits = {}
    for name, case in cases.items():
        handle = model.model.layers[LAYER].register_forward_hook(lambda _, __, h, case=case: bounded(h, vector, **case))
        with torch.no_grad():
            logits[name] = model(ids).logits[0].flatten().tolist()
        handle.remove()
    numbers = lambda values: [float(f"{value:.7g}") for value in values]
    content = {
        "layer": LAYER,
        **{name: numbers(value.tolist()) for name, value in (("vector", vector), ("cap", cap), ("condition", condition))},
        "median": along.median().item(),
        "least": along.min().item() + 0.01,
        "logits": {name: numbers(values) for name, values in logits.items()},
    }
    (HERE / "guards.golden.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


main()
