"""Measures the exported checkpoints and writes results.json.

Everything is measured on the F16 weights as they are shipped, computed in F32:
bits per byte on all held-out lines beside byte n-grams, the language of continuations, the even
merge of the two continuations, and a steering check. Texts judged are the model's words alone.
"""

import json
from collections import Counter

import numpy as np
import torch
from safetensors.torch import load_file
from transformers import LlamaForCausalLM

import data
import measure
import settings
import tokenizer as tok
from model import Llama
from ngram import ByteNgram, LanguageJudge

PROMPTS, PROMPT_WORDS, NEW_TOKENS = 20, 4, 32
STRENGTHS, EXAMPLE_STRENGTH = (0.5, 1.0, 1.5, 2.0), 1.5  # in class distances
ORDERS = (5, 6, 7, 8)  # of the byte n-grams; 5 is the bar


def load(names: list[str]) -> Llama:
    """The even average of exported checkpoints, in F32; one name loads that checkpoint."""
    states = [load_file(settings.MODELS / name / "model.safetensors") for name in names]
    model = Llama(settings.SHAPE).eval()
    mean = {key: sum(s[key].float() for s in states) / len(states) for key in states[0]}
    model.load_state_dict(mean)
    return model


def prompts(lines: list[str]) -> list[str]:
    """The first words of PROMPTS lines drawn with the seed among those with twice as many words."""
    long = [s.split() for s in lines if len(s.split()) >= 2 * PROMPT_WORDS]
    picked = np.random.default_rng(settings.SEED).choice(len(long), PROMPTS, replace=False)
    return [" ".join(long[i][:PROMPT_WORDS]) for i in picked]


def continuations(name: str, tokenizer, texts: list[str], push: tuple[int, torch.Tensor] | None = None) -> list[str]:
    """NEW_TOKENS greedy tokens after each prompt; END is not allowed, so a text always goes on.

    `push` (layer, vector [H]) adds the vector to the residual after that layer, at every position.
    Runs in transformers, so that the shipped folder is what is tested.
    """
    model = LlamaForCausalLM.from_pretrained(settings.MODELS / name, dtype=torch.float32).eval()
    if push:
        layer, vector = push
        model.model.layers[layer].register_forward_hook(lambda module, args, output: output + vector)
    ids = [[settings.END_ID, *i] for i in tok.encode_lines(tokenizer, texts)]
    longest = max(map(len, ids))
    rows = torch.tensor([[settings.END_ID] * (longest - len(i)) + i for i in ids])  # [B, S]
    seen = torch.tensor([[0] * (longest - len(i)) + [1] * len(i) for i in ids])
    written = model.generate(
        rows, attention_mask=seen, max_new_tokens=NEW_TOKENS, do_sample=False, suppress_tokens=[settings.END_ID]
    )
    return [tokenizer.decode(r) for r in written[:, longest:].tolist()]


@torch.no_grad()
def class_means(model: Llama, tokenizer, lines: list[str]) -> torch.Tensor:
    """Mean residual [L, H] after each layer over all tokens of the lines, END left out."""
    packed = torch.from_numpy(measure.pack(tok.encode_lines(tokenizer, lines), 256))
    sums, count = torch.zeros(settings.SHAPE.layers, settings.SHAPE.width), 0
    for part in packed.split(16):
        words = part != settings.END_ID

        def add(layer: int, x: torch.Tensor) -> torch.Tensor:
            sums[layer] += x[words].sum(0)
            return x

        model(part, add)
        count += int(words.sum())
    return sums / count


def steering(name: str, tokenizer, train, held_out, judge: LanguageJudge) -> dict:
    """Share of English prompts continued in German when mean(German) - mean(English), taken over
    the parallel NTREX training lines, is added after one layer, at every position."""
    lines = {n: [s for p in train[n] if p.source == "ntrex" for s in p.lines][:600] for n in ("en", "de")}
    model = load([name])
    direction = class_means(model, tokenizer, lines["de"]) - class_means(model, tokenizer, lines["en"])
    texts = prompts(held_out["en"]["sentences"])
    out, examples = [], []
    for layer in range(settings.SHAPE.layers):
        for strength in STRENGTHS:
            written = continuations(name, tokenizer, texts, (layer, strength * direction[layer]))
            judged = Counter(map(judge.language, written))
            out.append({"layer": layer, "strength": strength, "german": judged["de"] / PROMPTS,
                        "english": judged["en"] / PROMPTS})
            if strength == EXAMPLE_STRENGTH:
                examples.append({"layer": layer, "prompt": texts[1], "continuation": written[1]})
    return {
        "direction": "mean(de) - mean(en), residual after the layer (from 0)",
        "class_distance": direction.norm(dim=1).tolist(),
        "shares": out,
        "example_strength": EXAMPLE_STRENGTH,
        "examples": examples,
    }


def continuation_shares(name: str, tokenizer, held_out, judge: LanguageJudge) -> dict:
    shares, examples = {}, {}
    for language in settings.LANGUAGES:
        texts = prompts(held_out[language]["sentences"])
        written = continuations(name, tokenizer, texts)
        shares[language] = sum(judge.language(w) == language for w in written) / PROMPTS
        examples[language] = [[p, w] for p, w in zip(texts, written)][:3]
    return {"shares": shares, "examples": examples}


def all_bits(model: Llama, tokenizer, held_out) -> dict:
    return {
        language: {s: measure.bits_per_byte(model, tokenizer, lines, length=512) for s, lines in sources.items()}
        for language, sources in held_out.items()
    }


def curve(name: str) -> list[dict]:
    """Held-out bits per byte that train.py logged, on about 200 lines a language."""
    log = map(json.loads, (settings.WORK / name / "log.jsonl").read_text().splitlines())
    return [entry for entry in log if "bits_per_byte" in entry]


def main() -> None:
    torch.set_num_threads(2)
    train, held_out = data.load_split()
    tokenizer = tok.load_tokenizer()
    text = {n: [s for p in passages for s in p.lines] for n, passages in train.items()}
    ngrams = {
        n: {str(o): {s: ByteNgram(text[n], o).bits_per_byte(lines) for s, lines in held_out[n].items()} for o in ORDERS}
        for n in text
    }
    judge = LanguageJudge(text)
    accuracy = {n: float(np.mean([judge.language(s) == n for s in held_out[n]["sentences"][::5]])) for n in text}
    results = {
        "seed": settings.SEED,
        "held_out": {n: {s: {"lines": len(v), "bytes": measure.total_bytes(v)} for s, v in h.items()}
                     for n, h in held_out.items()},
        "tokenizer": json.loads((settings.WORK / "tokenizer_facts.json").read_text()),
        "ngram_bits_per_byte": ngrams,
        "judge_accuracy": accuracy,
        "checkpoints": {},
    }
    names = [n for n in settings.PLANS if (settings.MODELS / n / "model.safetensors").exists()]
    for name in names:
        model = load([name])
        run = json.loads((settings.WORK / name / "run.json").read_text())
        results["checkpoints"][name] = {
            "run": run,
            "curve": curve(name),
            "bits_per_byte": all_bits(model, tokenizer, held_out),
            "continuations": continuation_shares(name, tokenizer, held_out, judge),
        }
        print(name, results["checkpoints"][name], flush=True)
    if len(names) == 3:
        results["even_merge_of_continuations"] = all_bits(load(names[1:]), tokenizer, held_out)
    results["steering"] = steering(names[0], tokenizer, train, held_out, judge)
    (settings.FOLDER / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
