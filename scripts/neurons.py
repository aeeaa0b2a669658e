"""Finds the neurons of each language in a model of transformers, and measures what each language loses without them, as the lab does.

    python neurons.py --model PATH --texts sentences.json            the sentences of the lab, by language
    python neurons.py --model meta-llama/Llama-3.2-1B --texts en=en.txt de=de.txt --off de --prompt "Meine Schwester"

Files hold one text a line; translations stand on the same lines, so that none is read in one language and judged in another.
A quarter of the lines is held out. Neurons are those of language activation probability entropy (LAPE, Tang et al. 2024,
arXiv 2402.16438): active, at some language's tokens, above the 95th percentile of all shares; of these the --kept share of all
neurons with the lowest entropy. The control is as many random neurons in every layer. Bits per byte are of held-out texts,
-log2 p of every token but the first where the model has no beginning mark. Needs torch and transformers.
"""

import argparse
import json
import math
import pathlib
import random

import torch


def blocks_of(model):
    """The list of decoder blocks: the only module list with one entry for each hidden layer."""
    layers = model.config.num_hidden_layers
    return next(m for m in model.modules() if isinstance(m, torch.nn.ModuleList) and len(m) == layers)


def gate_and_down(block):
    """The activation function, whose input is the gate, and the projection that reads the neurons, of Llama-like, GPT-2 and NeoX blocks."""
    mlp = getattr(block, "mlp", None) or getattr(block, "feed_forward", None)
    act = getattr(mlp, "act_fn", None) or getattr(mlp, "act", None)
    down = next((getattr(mlp, name) for name in ("down_proj", "c_proj", "dense_4h_to_h", "fc2") if hasattr(mlp, name)), None)
    if act is None or down is None:
        raise SystemExit(f"The MLP of {type(block).__name__} is not known: it has {', '.join(name for name, _ in mlp.named_children())}.")
    return act, down


class Hooks:
    """Reads gates, and scales neurons, while it is open."""

    def __init__(self, model, on_gate=None, factors=None):
        self.handles = []
        for layer, block in enumerate(blocks_of(model)):
            act, down = gate_and_down(block)
            if on_gate:
                self.handles.append(act.register_forward_pre_hook(lambda _, args, layer=layer: on_gate(layer, args[0])))
            if factors is not None:
                scale = lambda _, args, layer=layer: (args[0] * factors[layer].to(args[0]),)  # noqa: E731
                self.handles.append(down.register_forward_pre_hook(scale))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for handle in self.handles:
            handle.remove()


def own_tokens(tokenizer, text):
    """Ids as the model reads them, and at which of them the text's own begin."""
    ids = tokenizer(text)["input_ids"]
    return ids, len(ids) - len(tokenizer(text, add_special_tokens=False)["input_ids"])


@torch.no_grad()
def shares_of(model, tokenizer, texts):
    """Share of the texts' tokens at which each gate is positive, [L,F], and how many tokens were read."""
    active, read, first = {}, 0, 0

    def count(layer, gate):
        active[layer] = active.get(layer, 0) + (gate[0, first:] > 0).sum(0).double().cpu()

    with Hooks(model, on_gate=count):
        for text in texts:
            ids, first = own_tokens(tokenizer, text)
            model(torch.tensor([ids], device=model.device))
            read += len(ids) - first
    return torch.stack([active[layer] for layer in sorted(active)]) / max(1, read), read


def language_neurons(shares, kept):
    """Sets of neurons [languages] of boolean [L,F], from shares [languages,L,F]."""
    languages = len(shares)
    if languages < 2:
        raise SystemExit("Neurons are of one language among several: give texts of at least two.")
    flat = shares.reshape(languages, -1).float()
    ordered = flat.flatten().sort().values
    bar = ordered[max(0, math.floor(0.95 * len(ordered) + 0.5) - 1)]
    p = flat.double() / flat.double().sum(0)
    spread = -torch.special.xlogy(p, p).sum(0)
    spread[~(flat > bar).any(0)] = math.inf
    best = spread.argsort(stable=True)[: math.floor(kept * flat.shape[1] + 0.5)]
    chosen = torch.zeros(flat.shape[1], dtype=torch.bool)
    chosen[best[spread[best].isfinite()]] = True
    return (chosen & (flat > bar)).reshape(shares.shape)


def random_like(neurons, seed):
    """As many neurons in every layer, drawn among those not in the set while there are enough; boolean [L,F]."""
    drawn, source = torch.zeros_like(neurons), random.Random(seed)
    for layer, own in enumerate(neurons):
        free = (~own).nonzero().flatten().tolist()
        count = int(own.sum())
        drawn[layer, source.sample(free if len(free) >= count else range(len(own)), count)] = True
    return drawn


@torch.no_grad()
def bits_per_byte(model, tokenizer, texts, neurons=None, factor=0.0):
    """Of texts together, with the neurons' activations multiplied by the factor."""
    factors = None if neurons is None else torch.where(neurons, factor, 1.0)
    bits = size = 0
    with Hooks(model, factors=factors):
        for text in texts:
            begin = [tokenizer.bos_token_id] if tokenizer.bos_token_id is not None else []
            ids = torch.tensor([begin + tokenizer(text, add_special_tokens=False)["input_ids"]], device=model.device)
            logits = model(ids).logits[0, :-1].float().log_softmax(-1)
            bits -= logits.gather(1, ids[0, 1:, None]).sum().item() / math.log(2)
            size += len(text.encode())
    return bits / size


def suffering(model, tokenizer, sets, held_out, base, factor=0.0):
    """Change in bits per byte: whose neurons (rows), in which language's texts (columns)."""
    return [
        [bits_per_byte(model, tokenizer, texts, neurons, factor) - base[at] for at, texts in enumerate(held_out)]
        for neurons in sets
    ]


def continuation(model, tokenizer, prompt, tokens, neurons=None, factor=0.0):
    """The greedy text behind a prompt."""
    ids = torch.tensor([tokenizer(prompt)["input_ids"]], device=model.device)
    with Hooks(model, factors=None if neurons is None else torch.where(neurons, factor, 1.0)):
        out = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=tokens, do_sample=False)
    return tokenizer.decode(out[0, ids.shape[1] :], skip_special_tokens=True)


def read_texts(entries):
    """Texts by language, from lang=file, or from JSON by language; of each as many."""
    texts = {}
    for entry in entries:
        if entry.endswith(".json") and "=" not in entry:
            texts.update(json.loads(pathlib.Path(entry).read_text("utf8")))
            continue
        language, _, path = entry.partition("=")
        if not path:
            raise SystemExit(f"{entry!r} is neither lang=file, such as de=de.txt, nor JSON of texts by language.")
        texts[language] = [line for line in pathlib.Path(path).read_text("utf8").splitlines() if line.strip()]
    lengths = {language: len(lines) for language, lines in texts.items()}
    if len(set(lengths.values())) > 1 or min(lengths.values()) < 4:
        raise SystemExit(f"Each language needs as many texts, one a line, and at least four; found {lengths}.")
    return texts


def show(title, languages, rows):
    print(f"\n{title}\n" + "\t".join(["", *languages]))
    for language, row in zip(languages, rows):
        print("\t".join([language, *(f"{value:+.3f}" for value in row)]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--texts", nargs="+", required=True, metavar="LANG=FILE")
    parser.add_argument("--kept", type=float, default=0.05, help="the share of all neurons that is kept as specific")
    parser.add_argument("--off", help="the language whose neurons are edited while prompts are continued")
    parser.add_argument("--factor", type=float, default=0.0, help="what its neurons are multiplied by; 0 is off")
    parser.add_argument("--prompt", action="append", default=[])
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    texts = read_texts(given.texts)
    languages = list(texts)
    if given.off and given.off not in languages:
        parser.error(f"no texts of {given.off} are given: {', '.join(languages)}")
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(given.model)
    dtype = torch.float32 if given.device == "cpu" else torch.bfloat16
    model = AutoModelForCausalLM.from_pretrained(given.model, dtype=dtype).to(given.device).eval()

    count = len(texts[languages[0]])
    order = random.Random(given.seed).sample(range(count), count)
    held = max(1, round(count / 4))
    train, held_out = ([[lines[i] for i in part] for lines in texts.values()] for part in (order[held:], order[:held]))
    shares = [shares_of(model, tokenizer, lines) for lines in train]
    sets = language_neurons(torch.stack([share for share, _ in shares]), given.kept)
    controls = [random_like(neurons, given.seed + at) for at, neurons in enumerate(sets)]
    base = [bits_per_byte(model, tokenizer, lines) for lines in held_out]
    found = {
        "languages": languages,
        "tokens": [read for _, read in shares],
        "counts": sets.sum(-1).tolist(),
        "base": base,
        "off": suffering(model, tokenizer, sets, held_out, base),
        "control": suffering(model, tokenizer, controls, held_out, base),
        "texts": [],
    }
    if given.off:
        at = languages.index(given.off)
        for prompt in given.prompt:
            ways = {"unedited": None, "edited": sets[at], "random": controls[at]}
            rows = {way: continuation(model, tokenizer, prompt, given.tokens, neurons, given.factor) for way, neurons in ways.items()}
            found["texts"].append({"prompt": prompt, **rows})
    if given.json:
        print(json.dumps(found))
        return
    print(f"Neurons by layer, of {sets.shape[-1]} a layer")
    for language, counts, read in zip(languages, found["counts"], found["tokens"]):
        print(f"{language}\t{sum(counts)}\t{' '.join(map(str, counts))}\t(from {read} tokens)")
    print("\nBits per byte of held-out texts\n" + "\t".join(f"{one} {bits:.3f}" for one, bits in zip(languages, base)))
    show("Change without the neurons of (rows), in texts of (columns)", languages, found["off"])
    show("The same without as many random neurons", languages, found["control"])
    for text in found["texts"]:
        print(f"\n{text.pop('prompt')}")
        for way, written in text.items():
            print(f"  {way:10}{written!r}")


if __name__ == "__main__":
    main()
