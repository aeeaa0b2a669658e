"""Trains one checkpoint: `python train.py polyglot-base`. Stops and resumes without a trace.

Writes work/<name>/state.pt (every 50 steps), log.jsonl (losses, rates, held-out bits per byte) and,
at the end, final.pt and the facts of the run in results/runs.json. The data stream is a function of the seed, so a resumed run replays it up to
the step it stopped at and goes on with the tokens it would have seen.
"""

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

import torch
import torch.nn.functional as F

import data
import measure
import settings
import streams
import tokenizer as tok
from model import Llama, parameter_count
from muon import Muon

SAVE_EVERY, MEASURE_EVERY, LOG_EVERY = 50, 100, 20
# bfloat16 pays only where the processor multiplies matrices in it; elsewhere F32 is 1.6 times faster.
HAS_MATRIX_UNITS = torch.cpu._is_amx_tile_supported()
MEASURED_LINES = 200  # about so many held-out lines a language while training; evaluate.py takes all


def rate_factor(step: int, plan: settings.Plan) -> float:
    """Share of the full learning rate at `step`: warm-up, plateau, linear decay to zero."""
    return min(1.0, (step + 1) / plan.warmup, (plan.steps - step) / plan.decay)


def hold(model: Llama, plan: settings.Plan) -> None:
    """Keeps the weights as they are that the plan's `learns` and `holds` leave out."""

    def within(name: str, layers: tuple[int, int]) -> bool:
        return ".layers." in name and layers[0] <= int(name.split(".")[2]) < layers[1]

    for name, weight in model.named_parameters():
        outside = plan.learns and not within(name, plan.learns)
        held = plan.holds and within(name, plan.holds)
        weight.requires_grad_(not (outside or held))


class Jitter:
    """Random changes of the weights that do not learn, `size` of their root mean square, new in each step.

    What learns then also fits weights near these, as another expert's are.
    """

    def __init__(self, model: Llama, size: float):
        self.size = size
        self.held = [(p, p.detach().clone()) for p in model.parameters() if not p.requires_grad] if size else []

    @torch.no_grad()
    def draw(self) -> None:
        for weight, own in self.held:
            weight.copy_(torch.randn_like(own).mul_(self.size * own.square().mean().sqrt()).add_(own))

    @torch.no_grad()
    def undo(self) -> None:
        for weight, own in self.held:
            weight.copy_(own)


def optimisers(model: Llama, plan: settings.Plan) -> list[torch.optim.Optimizer]:
    """Muon (Jordan, 2024), scaled to the step size of AdamW, for matrices of the layers; AdamW else."""
    learning = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    inner = [p for n, p in learning if p.dim() == 2 and "embed" not in n]
    outer = [p for n, p in learning if p.dim() != 2 or "embed" in n]
    muon = Muon(inner, lr=plan.matrix_rate, weight_decay=plan.weight_decay)
    adam = torch.optim.AdamW(outer, lr=plan.vector_rate, betas=(0.9, 0.95), weight_decay=0.0)
    for optimiser, rate in ((muon, plan.matrix_rate), (adam, plan.vector_rate)):
        for group in optimiser.param_groups:
            group["full_rate"] = rate
    return [muon, adam]


def loss_of(model: Llama, ids: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean cross entropy in nats a predicted token; ids and targets [B, S], targets -100 where none is."""
    with torch.autocast("cpu", torch.bfloat16, enabled=HAS_MATRIX_UNITS):
        logits = model(ids)
    return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten())


def train(plan: settings.Plan) -> None:
    folder = settings.WORK / plan.name
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "final.pt").exists():
        return print(plan.name, "is trained already")
    text, held_out = data.load_split()
    tokenizer = tok.load_tokenizer(plan.tokenizer)
    encode = lambda lines: tok.encode_lines(tokenizer, lines)
    total = sum(plan.mixture.values())
    share = {n: value / total for n, value in plan.mixture.items()}
    documents = {n: streams.stream(n, text, encode, plan.seed + i) for i, n in enumerate(share)}
    rows = streams.Rows(documents, share, plan.seed)

    torch.manual_seed(plan.seed)
    model = Llama(plan.shape)
    if plan.parent:
        model.load_state_dict(torch.load(settings.WORK / plan.parent / "final.pt")["model"])
    hold(model, plan)
    opts = optimisers(model, plan)
    start, seconds = 0, 0.0
    if (folder / "state.pt").exists():
        state = torch.load(folder / "state.pt")
        model.load_state_dict(state["model"])
        for o, s in zip(opts, state["optimisers"]):
            o.load_state_dict(s)
        torch.set_rng_state(state["random"])
        start, seconds = state["step"], state["seconds"]
    print(plan, parameter_count(model), "parameters", share, "from step", start, flush=True)

    def decays(step: int) -> bool:
        return step >= plan.steps - plan.decay

    def length(step: int) -> int:
        return plan.shape.context if decays(step) else plan.shape.context // 2

    def next_rows(step: int) -> list[torch.Tensor]:
        return list(map(torch.from_numpy, rows.next(plan.tokens // length(step), length(step))))

    for step in range(start):
        next_rows(step)

    def save(path: Path, step: int) -> None:
        state = {
            "model": model.state_dict(),
            "optimisers": [o.state_dict() for o in opts],
            "random": torch.get_rng_state(),
            "step": step,
            "seconds": seconds,
            "plan": asdict(plan),
            "tokens": {n: int(t) for n, t in zip(rows.names, rows.drawn)},
            "passes": {n: round(float(t) / documents[n].tokens, 2) for n, t in zip(rows.names, rows.drawn)},
        }
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").replace(path)

    def log(entry: dict) -> None:
        with (folder / "log.jsonl").open("a") as out:
            out.write(json.dumps(entry) + "\n")
        print(entry, flush=True)

    sentences = {n: s["sentences"] for n, s in held_out.items() if plan.shape == settings.SHAPE or n == "en"}
    measured = {n: s[:: max(1, len(s) // MEASURED_LINES)] for n, s in sentences.items()}
    step_loss = torch.compile(loss_of)
    jitter = Jitter(model, plan.jitter)
    recent, clock = [], time.monotonic()
    for step in range(start, plan.steps):
        model.set_dropout(0.0 if decays(step) else plan.dropout)
        jitter.draw()
        loss = step_loss(model, *next_rows(step))
        loss.backward()
        jitter.undo()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in opts:
            for group in o.param_groups:
                group["lr"] = group["full_rate"] * rate_factor(step, plan)
            o.step()
            o.zero_grad()
        recent.append(loss.item())
        seconds, clock = seconds + time.monotonic() - clock, time.monotonic()
        done = step + 1
        if done % LOG_EVERY == 0:
            log({"step": done, "loss": round(sum(recent) / len(recent), 4), "seconds": round(seconds)})
            recent = []
        if done % MEASURE_EVERY == 0 or done == plan.steps:
            bits = {n: round(measure.bits_per_byte(model, tokenizer, s), 4) for n, s in measured.items()}
            log({"step": done, "bits_per_byte": bits})
            clock = time.monotonic()
        if done % SAVE_EVERY == 0:
            save(folder / "state.pt", done)
            clock = time.monotonic()
    save(folder / "final.pt", plan.steps)
    record(plan.name)


def record(name: str) -> None:
    """Puts what report.py tells of a finished run into results/runs.json."""
    final = torch.load(settings.WORK / name / "final.pt")
    log = map(json.loads, (settings.WORK / name / "log.jsonl").read_text().splitlines())
    path = settings.FOLDER / "results" / "runs.json"
    path.parent.mkdir(exist_ok=True)
    runs = json.loads(path.read_text()) if path.exists() else {}
    facts = {key: final[key] for key in ("step", "seconds", "plan", "tokens", "passes")}
    runs[name] = {**facts, "curve": [entry for entry in log if "bits_per_byte" in entry]}
    path.write_text(json.dumps({n: runs[n] for n in settings.PLANS if n in runs}, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Train one checkpoint of settings.PLANS.")
    parser.add_argument("name", choices=settings.PLANS)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    train(settings.PLANS[options.name])
