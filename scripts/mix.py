"""Lets several models of transformers write one text, token by token, by the lab's formulas; each model alone stands beside it.

    python mix.py --mixer emulated-fine-tuning --models LARGE SMALL-TUNED SMALL --set beta=1 --prompt "Meine Schwester"
    python mix.py --mixer classifier-free --models MODEL MODEL --before "Auf Deutsch: " "" --set weight=1.5 --prompt "The cat"
    python mix.py --list                                             mixers with what the models are, and their parameters

Models share a vocabulary, or are refused (padding behind the tokenizer's last id is cut off). Weights of models (average: weight;
posterior-mixture: prior) are lists: --set weight=1,2. Filters, bags of words, difficulty, the entropy band, the trained gate and models of different
vocabularies are the lab's alone. Greedy; needs torch and transformers.
"""

import argparse
import json
import math
from dataclasses import dataclass, field

import torch


@dataclass
class Step:
    """logits and log_probs [M,V] of M models; past [N,M] log-probabilities of what was written; prompt [M] those of the prompt."""

    logits: torch.Tensor
    past: torch.Tensor
    prompt: torch.Tensor
    values: dict
    log_probs: torch.Tensor = field(init=False)

    def __post_init__(self):
        self.log_probs = self.logits.log_softmax(-1)

    def shares(self, name):
        """A number of each model, scaled to a sum of 1."""
        given = self.values[name]
        numbers = torch.tensor(given if isinstance(given, list) else [given] * len(self.logits), dtype=self.logits.dtype)
        if len(numbers) != len(self.logits):
            raise SystemExit(f"{name} has {len(numbers)} numbers for {len(self.logits)} models.")
        return numbers / numbers.sum()

    def mixture(self, weights):
        """Log of the weighted mean of probabilities."""
        return (self.log_probs.exp() * weights[:, None]).sum(0).log()


def plausible(log_probs, share):
    """Where a token has at least this share of the best token's probability."""
    return log_probs >= log_probs.max() + (math.log(share) if share > 0 else -math.inf)


def entropy(log_probs):
    return -torch.special.xlogy(log_probs.exp(), log_probs.exp()).sum(-1)


def emulated_fine_tuning(step):
    """Mitchell et al. 2023: l_changed + beta (l_tuned - l_untuned), and the same of a second pair."""
    l, v = step.log_probs, step.values
    second = v["beta2"] * (l[3] - l[4]) if len(l) == 5 else 0
    return l[0] + v["beta"] * (l[1] - l[2]) + second


def expert_guidance(step):
    """O'Neill et al. 2023: l_expert + gamma (l_expert - l_base) - eta (l_negative - l_expert), where the expert finds it plausible."""
    l, v = step.log_probs, step.values
    guided = l[0] + v["gamma"] * (l[0] - l[1]) - (v["eta"] * (l[2] - l[0]) if len(l) == 3 else 0)
    return torch.where(plausible(l[0], v["alpha"]), guided, -math.inf)


def classifier_free(step):
    """Sanchez et al. 2023: (1 + w) l_conditional - w l_unconditional."""
    l, v = step.log_probs, step.values
    return (1 + v["weight"]) * l[0] - v["weight"] * l[1]


def posterior_mixture(step):
    """Gururangan et al. 2022: each model weighs as likely as it is to have written prompt and text."""
    evidence = step.shares("prior").log() + step.prompt + step.past.sum(0)
    return step.mixture(evidence.softmax(0))


def weighted_fusion(step):
    """Each model weighs by its likelihood of the last tokens, or its certainty of the next (after Kong et al. 2025)."""
    v = step.values
    recent = step.past[-round(v["window"]) :]
    likelihood = recent.sum(0) / max(1, len(recent))
    scores = -entropy(step.log_probs) if v["score"] == "certainty" else likelihood
    weights = (scores / v["temperature"]).softmax(0)
    weights = torch.where(weights < min(v["threshold"], weights.max().item()), 0, weights)
    return step.mixture(weights / weights.sum())


def average(step):
    """The weighted mean of probabilities, or of log-probabilities."""
    weights = step.shares("weight")
    if step.values["mean"] == "arithmetic":
        return step.mixture(weights)
    used = weights > 0
    return (step.log_probs[used] * weights[used, None]).sum(0)


def deferral(step):
    """Shen et al. 2024, with a gate on the base's entropy: the assistant writes where sigmoid(slope (H - centre)) > threshold."""
    v = step.values
    gate = torch.sigmoid(v["slope"] * (entropy(step.log_probs[0]) - v["centre"]))
    return step.logits[1] if gate > v["threshold"] else step.logits[0]


def logit_difference(step):
    """Ji et al. 2024: l_target + w (l_assistant - its mean), where the target finds the token plausible."""
    l, v = step.log_probs, step.values
    return torch.where(plausible(l[0], v["relativeTop"]), l[0] + v["weight"] * (l[1] - l[1].mean()), l[0])


def generic_labels(step):
    """Eldan and Russinovich 2023: v_baseline - alpha ReLU(v_reinforced - v_baseline)."""
    baseline, reinforced = step.logits[0], step.logits[1]
    return baseline - step.values["alpha"] * (reinforced - baseline).clamp(min=0)


# Formula, roles in order, how many models, defaults of the parameters.
MIXERS = {
    "emulated-fine-tuning": (emulated_fine_tuning, "changed tuned untuned tuned-2 untuned-2", (3, 5), {"beta": 1.0, "beta2": 1.0}),
    "expert-guidance": (expert_guidance, "expert base negative", (2, 3), {"gamma": 1.0, "eta": 0.5, "alpha": 0.0}),
    "classifier-free": (classifier_free, "conditional unconditional", (2,), {"weight": 1.0}),
    "posterior-mixture": (posterior_mixture, "expert ...", range(1, 9), {"prior": 1.0}),
    "weighted-fusion": (
        weighted_fusion,
        "expert ...",
        range(1, 9),
        {"score": "recent", "window": 8.0, "temperature": 0.5, "threshold": 0.0},
    ),
    "average": (average, "model ...", range(1, 9), {"weight": 1.0, "mean": "arithmetic"}),
    "deferral": (deferral, "base assistant", (2,), {"slope": 4.0, "centre": 2.0, "threshold": 0.5}),
    "logit-difference": (logit_difference, "target assistant", (2,), {"weight": -1.0, "relativeTop": 0.1}),
    "generic-labels": (generic_labels, "baseline reinforced", (2,), {"alpha": 1.0}),
}


class Writer:
    """A model with a prompt of its own; it reads what is written one token at a time."""

    def __init__(self, model, ids, vocabulary):
        self.model, self.ids, self.vocabulary, self.cache = model, ids, vocabulary, None

    @torch.no_grad()
    def next(self, token=None):
        """Logits [V] behind the prompt, and then behind every token."""
        fed = self.ids if token is None else [token]
        out = self.model(torch.tensor([fed], device=self.model.device), past_key_values=self.cache, use_cache=True)
        self.cache = out.past_key_values
        return out.logits[0, -1, : self.vocabulary].float().cpu()

    @torch.no_grad()
    def likelihood(self, first):
        """Log-likelihood of the prompt's ids from this one on, in nats."""
        first = max(1, first)
        logits = self.model(torch.tensor([self.ids], device=self.model.device)).logits[0, :-1].float().log_softmax(-1).cpu()
        return logits.gather(1, torch.tensor(self.ids[1:])[:, None])[first - 1 :].sum().item()


def shared_end(rows):
    """How many ids all prompts end with; at least one stays before them."""
    most = min(len(row) for row in rows) - 1
    return next((i for i in range(most) if len({row[-1 - i] for row in rows}) > 1), most)


def write(mixer, writers, values, tokens, stop=(), forced=None):
    """Ids, and for each its probability under the mixture and under every model. `forced` ids are read instead of written."""
    formula = MIXERS[mixer][0]
    prompt = torch.zeros(len(writers))
    if formula is posterior_mixture:
        shared = shared_end([writer.ids for writer in writers])
        prompt = torch.tensor([writer.likelihood(len(writer.ids) - shared) for writer in writers])
    logits = torch.stack([writer.next() for writer in writers])
    past, written, told = torch.zeros(0, len(writers)), [], []
    for place in range(tokens):
        step = Step(logits, past, prompt, values)
        mixed = formula(step).log_softmax(-1)
        token = forced[place] if forced else mixed.argmax().item()
        if token in stop:
            break
        written.append(token)
        told.append((mixed[token].exp().item(), step.log_probs[:, token].exp().tolist()))
        past = torch.cat([past, step.log_probs[None, :, token]])
        if place + 1 < tokens:
            logits = torch.stack([writer.next(token) for writer in writers])
    return written, told


def values_of(mixer, given):
    """Defaults, overridden by name=value; a list is of models, in their order."""
    values = dict(MIXERS[mixer][3])
    for name, _, value in (entry.partition("=") for entry in given):
        if name not in values:
            raise SystemExit(f"{mixer} has no parameter {name!r}: it has {', '.join(values)}.")
        if isinstance(values[name], str):
            values[name] = value
            continue
        try:
            numbers = [float(number) for number in value.split(",")]
        except ValueError:
            raise SystemExit(f"{name} is a number, and {value!r} is none.") from None
        values[name] = numbers[0] if len(numbers) == 1 else numbers
    return values


def load(names, device):
    """Models of one vocabulary, each loaded once, and their tokenizer."""
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizers = {name: AutoTokenizer.from_pretrained(name) for name in dict.fromkeys(names)}
    first = tokenizers[names[0]]
    for name, tokenizer in tokenizers.items():
        if tokenizer.get_vocab() != first.get_vocab():
            raise SystemExit(f"{name} has other tokens than {names[0]}: their ids cannot be mixed. The lab mixes such models byte by byte.")
    dtype = torch.float32 if device == "cpu" else torch.bfloat16
    models = {name: AutoModelForCausalLM.from_pretrained(name, dtype=dtype).to(device).eval() for name in tokenizers}
    return [models[name] for name in names], first


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mixer", choices=MIXERS, default="emulated-fine-tuning")
    parser.add_argument("--models", nargs="+", help="names of the hub or folders, in the order of the mixer's roles")
    parser.add_argument("--before", nargs="+", help="what only this model reads before the prompt, one for each model")
    parser.add_argument("--set", nargs="+", default=[], help="parameters, name=value")
    parser.add_argument("--prompt", action="append")
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--json", action="store_true", help="ids and probabilities as JSON, a line a prompt")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    if given.list:
        for name, (formula, roles, counts, values) in MIXERS.items():
            print(f"{name}: {roles} ({' or '.join(map(str, counts))} models); {values}\n    {formula.__doc__}")
        return
    if not given.models or not given.prompt:
        parser.error("give --models and --prompt")
    if len(given.models) not in MIXERS[given.mixer][2]:
        parser.error(f"{given.mixer} takes {' or '.join(map(str, MIXERS[given.mixer][2]))} models: {MIXERS[given.mixer][1]}")
    before = given.before or [""] * len(given.models)
    if len(before) != len(given.models):
        parser.error("--before has one text for each model; empty where there is none")
    values = values_of(given.mixer, given.set)
    models, tokenizer = load(given.models, given.device)
    stop = {tokenizer.eos_token_id}
    for prompt in given.prompt:
        prompts = [tokenizer(own + prompt)["input_ids"] for own in before]
        if not all(prompts):
            parser.error("a prompt has no tokens: write something, or give a text to read before it")
        writers = [Writer(model, ids, len(tokenizer)) for model, ids in zip(models, prompts)]
        written, told = write(given.mixer, writers, values, given.tokens, stop)
        alone = {}
        for name, model, own, ids in zip(given.models, models, before, prompts):
            writer = Writer(model, ids, len(tokenizer))
            alone[f"{name}{f' after {own!r}' if own else ''}"] = write("average", [writer], values_of("average", []), given.tokens, stop)[0]
        if given.json:
            print(json.dumps({"prompt": prompt, "ids": written, "probabilities": told, "alone": alone}))
            continue
        print(f"\n{prompt}\n  {'together':24}{tokenizer.decode(written)!r}")
        for name, ids in alone.items():
            print(f"  {name[-23:]:24}{tokenizer.decode(ids)!r}")


if __name__ == "__main__":
    main()
