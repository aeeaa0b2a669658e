"""Steers a model of transformers by a direction of the lab, or by one made here from two sets of texts, as the lab does.

    python steer.py --model PATH --vector en-de-layer-3.json --prompt "In the morning" --strength 1
    python steer.py --model meta-llama/Llama-3.2-1B --source en.txt --target de.txt --prompt "In the morning"

Texts stand one a line. The direction is the difference of the means of the residual stream after each block, over all
tokens of a text but what the tokenizer puts before it (its first token, where nothing is); a quarter of the texts is held out, and the layer is the first
whose held-out d' is within a tenth of the greatest, unless --layer says otherwise. Strengths are class distances of the
layer; a component that is projected or capped is put, or held, at that share of the way between the means of the two sets.
A vector that was made on another model, or with other tokens, is refused. Greedy; needs torch and transformers. For llama.cpp save the vector as GGUF in the lab:
llama-cli -m MODEL.gguf --control-vector-scaled VECTOR.gguf:STRENGTH -p PROMPT
"""

import argparse
import hashlib
import json
import pathlib
import random
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def blocks_of(model):
    """The list of decoder blocks: the only module list with one entry for each hidden layer."""
    layers = model.config.num_hidden_layers
    return next(m for m in model.modules() if isinstance(m, torch.nn.ModuleList) and len(m) == layers)


def hidden(output):
    return output[0] if isinstance(output, tuple) else output


@torch.no_grad()
def activations(model, tokenizer, texts):
    """Means over each text's own tokens of the residual stream after every block: [N][L] vectors [D]."""
    blocks = blocks_of(model)
    rows = []
    for text in texts:
        ids = tokenizer(text, return_tensors="pt").input_ids.to(model.device)
        own = len(tokenizer(text, add_special_tokens=False).input_ids)
        if own == ids.shape[1] and own > 1:
            own -= 1  # Position 0 draws attention that says nothing of the text.
        held = {}
        hooks = [
            block.register_forward_hook(lambda _, __, out, at=at: held.__setitem__(at, hidden(out)[0, -own:].float().mean(0)))
            for at, block in enumerate(blocks)
        ]
        model(ids)
        for hook in hooks:
            hook.remove()
        rows.append([held[at] for at in range(len(blocks))])
    return rows


def d_prime(direction, positive, negative):
    p, n = (torch.stack(rows) @ direction for rows in (positive, negative))
    spread = ((p.var() + n.var()) / 2).sqrt()
    return ((p.mean() - n.mean()) / spread).item() if spread > 0 else 99.0


def direction_from_texts(model, tokenizer, source, target, layer, seed):
    order = random.Random(seed)
    sets = []
    for texts in (source, target):
        if len(texts) < 8:
            raise SystemExit(f"A set has {len(texts)} texts; give at least eight to each, one a line.")
        rows = activations(model, tokenizer, order.sample(texts, len(texts)))
        sets.append((rows[len(rows) // 4 :], rows[: len(rows) // 4]))
    (negative, negative_held), (positive, positive_held) = sets
    found = []
    for at in range(len(negative[0])):
        towards, away = (torch.stack([row[at] for row in rows]).mean(0) for rows in (positive, negative))
        difference = towards - away
        unit = difference / difference.norm()
        apart = d_prime(unit, [row[at] for row in positive_held], [row[at] for row in negative_held])
        found.append((unit, difference.norm().item(), (float(away @ unit), float(towards @ unit)), apart))
        print(f"layer {at}: d' {apart:.2f}, class distance {difference.norm():.3f}")
    best = max(one[3] for one in found)
    chosen = layer if layer is not None else next(at for at, one in enumerate(found) if one[3] >= best - abs(best) * 0.1)
    return chosen, *found[chosen][:3]


def tokenizer_hash(tokenizer):
    """SHA-256 of the tokens in the order of their ids, a line "id, tab, token" each."""
    entries = sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    return hashlib.sha256("".join(f"{id}\t{token}\n" for token, id in entries).encode()).hexdigest()


def direction_from_file(path, model, tokenizer, name, force):
    file = json.loads(pathlib.Path(path).read_text())
    if file.get("format") != "babelscope-direction" or file.get("layerBase") != 0:
        raise SystemExit(f"{path} is not a direction of the lab.")
    width = model.config.hidden_size
    if len(file["unitDirection"]) != width:
        raise SystemExit(f"The vector has {len(file['unitDirection'])} numbers, {name} is {width} wide: make it with this model.")
    made_on = str(file["checkpoint"])
    if pathlib.Path(name).name != made_on and name != made_on.split("@")[0] and not force:
        raise SystemExit(f"The vector was made on {made_on}, not on {name}. With --force it is used all the same.")
    tokens = file.get("tokenizerHash")
    if tokens is None:
        print(f"{path} does not say with which tokens it was made.", file=sys.stderr)
    elif tokens != tokenizer_hash(tokenizer) and not force:
        raise SystemExit(f"The vector was made with other tokens than {name} has. With --force it is used all the same.")
    return file["layer"], torch.tensor(file["unitDirection"]), file["classDistance"], file.get("ends")


def edit_of(operation, unit, distance, ends, strength):
    """What is done to h [B,S,D], as the lab does it."""
    if operation == "add":
        return lambda h: h + strength * distance * unit.to(h)
    place = None if operation in ("ablate", "scale") else ends[0] + strength * (ends[1] - ends[0])

    def edit(h):
        v = unit.to(h)
        along = (h @ v)[..., None]
        wanted = {
            "ablate": lambda: torch.zeros_like(along),
            "scale": lambda: strength * along,
            "project": lambda: torch.full_like(along, place),
            "cap": lambda: along.clamp(max=place),
        }[operation]()
        return h + (wanted - along) * v

    return edit


@torch.no_grad()
def continued(model, tokenizer, prompt, tokens, block=None, edit=None, span="both", first=0, keep_norm=False):
    """Greedy ids. Positions are edited by their absolute place, so the cache changes nothing."""
    ids = tokenizer(prompt, return_tensors="pt").input_ids.to(model.device)
    length, place = ids.shape[1], 0

    def add(_, __, output):
        h = hidden(output)
        at = torch.arange(place, place + h.shape[1], device=h.device)
        touched = torch.ones_like(at, dtype=torch.bool) if span == "both" else (at < length) == (span == "prompt")
        edited = edit(h)
        if keep_norm:
            edited = edited * h.norm(dim=-1, keepdim=True) / edited.norm(dim=-1, keepdim=True)
        changed = torch.where((touched & (at >= first))[None, :, None], edited, h)
        return (changed, *output[1:]) if isinstance(output, tuple) else changed

    hook = block.register_forward_hook(add) if block is not None else None
    written, cache, fed = [], None, ids
    for _ in range(tokens):
        out = model(fed, past_key_values=cache, use_cache=True)
        cache, place = out.past_key_values, place + fed.shape[1]
        token = out.logits[0, -1].argmax().item()
        if token == tokenizer.eos_token_id:
            break
        written.append(token)
        fed = torch.tensor([[token]], device=model.device)
    if hook:
        hook.remove()
    return written


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--vector", help="JSON of the lab")
    parser.add_argument("--source", help="texts to steer away from")
    parser.add_argument("--target", help="texts to steer towards")
    parser.add_argument("--layer", type=int)
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--operation", choices=["add", "ablate", "project", "scale", "cap"], default="add")
    parser.add_argument("--keep-norm", action="store_true", help="the stream keeps its length")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first position that is steered")
    parser.add_argument("--span", choices=["both", "prompt", "generation"], default="both")
    parser.add_argument("--prompt", action="append", required=True)
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--json", action="store_true", help="print ids as JSON")
    given = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(given.model)
    dtype = torch.float32 if given.device == "cpu" else torch.bfloat16
    model = AutoModelForCausalLM.from_pretrained(given.model, dtype=dtype).to(given.device).eval()
    if given.vector:
        layer, unit, distance, ends = direction_from_file(given.vector, model, tokenizer, given.model, given.force)
        if ends is None and given.operation in ("project", "cap"):
            parser.error("the vector does not say where the two sets lie: save it again in the lab")
    elif given.source and given.target:
        sets = [[line.strip() for line in open(path, encoding="utf8") if line.strip()] for path in (given.source, given.target)]
        layer, unit, distance, ends = direction_from_texts(model, tokenizer, *sets, given.layer, given.seed)
    else:
        parser.error("give --vector, or both --source and --target")
    noise = torch.randn(unit.shape, generator=torch.Generator().manual_seed(given.seed)).to(unit)
    noise = noise / noise.norm()
    block = blocks_of(model)[layer]
    edits = {
        name: edit_of(given.operation, direction, distance, ends, given.strength)
        for name, direction in (("steered", unit), ("random", noise))
    }
    for prompt in given.prompt:
        rows = {"unsteered": continued(model, tokenizer, prompt, given.tokens)}
        for name, edit in edits.items():
            rows[name] = continued(
                model, tokenizer, prompt, given.tokens, block, edit, given.span, given.first, given.keep_norm
            )
        if given.json:
            print(json.dumps({"prompt": prompt, "layer": layer, **rows}))
        else:
            print(f"\n{prompt} (layer {layer}, {given.strength} class distances)")
            for name, ids in rows.items():
                print(f"  {name:10}{tokenizer.decode(ids)!r}")


if __name__ == "__main__":
    main()
