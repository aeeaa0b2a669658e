"""Measures models of any size on the sentences of a scorecard, as the lab does: bits per byte by language, and what changed.

    python card.py scorecard.json BASE OTHER...            models by hub name or path, each against the first
    python card.py scorecard.json TOKENIZER... --tokens    tokens a sentence and against English; no weights are fetched

`scorecard.json` is what the scorecard's “Download JSON” gives, or texts by language, {"en": ["...", ...], "de": [...]}. Bits are -log2 p of every token, the first one behind the model's
beginning mark where it has one, and not counted where it has none; intervals are bias-corrected and accelerated, over sentences;
p is that of a paired permutation test, corrected by Holm over the languages. Needs numpy, scipy, torch and transformers.
"""

import argparse
import json
import math
import pathlib

import numpy as np
from scipy.stats import bootstrap, permutation_test
from transformers import AutoTokenizer


def sentences_of(card):
    """The sentences that bits per byte was measured on, by language; texts by language are those texts."""
    if card and all(isinstance(texts, list) and all(isinstance(text, str) for text in texts) for texts in card.values()):
        return card
    if "readings" not in card or "sets" not in card:
        raise SystemExit("This is neither a scorecard of the lab nor texts by language.")
    sets = {
        reading["language"]: card["sets"][reading["set"]]
        for variant in card["readings"]
        for reading in variant["readings"]
        if reading["measure"] == "bits-per-byte" and reading["facet"] == ""
    }
    if not sets:
        raise SystemExit("This scorecard has no bits per byte: measure it in the lab first.")
    return sets


def bits_of(model, tokenizer, texts, device="cpu"):
    """Bits of each text under a model, and its UTF-8 bytes."""
    import torch

    bits = []
    with torch.no_grad():
        for text in texts:
            begin = [tokenizer.bos_token_id] if tokenizer.bos_token_id is not None else []
            ids = torch.tensor([begin + tokenizer(text, add_special_tokens=False)["input_ids"]], device=device)
            logits = model(ids).logits[0, :-1].float().log_softmax(-1)
            bits.append(-logits.gather(1, ids[0, 1:, None]).sum().item() / math.log(2))
    return np.array(bits), np.array([len(text.encode()) for text in texts], float)


def interval_of(bits, size, seed):
    """95 % of the ratio of sums, over texts."""
    if len(bits) < 2:
        return None, None
    ratio = lambda above, below, axis: above.sum(axis) / below.sum(axis)  # noqa: E731
    found = bootstrap((bits, size), ratio, paired=True, vectorized=True, n_resamples=1000, rng=np.random.default_rng(seed))
    return found.confidence_interval


def p_of(before, after, seed):
    """Two-sided p of paired differences: every sign up to 12 texts, else 20,000 drawn."""
    found = permutation_test(
        (after - before,),
        lambda values, axis: values.sum(axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=2**12 if len(before) <= 12 else 20_000,
        rng=np.random.default_rng(seed),
    )
    return float(found.pvalue)


def holm(p):
    """Holm's correction."""
    adjusted, least = [0.0] * len(p), 0.0
    for rank, i in enumerate(sorted(range(len(p)), key=lambda i: p[i])):
        least = max(least, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = least
    return adjusted


def measure(names, sentences, seed=1, device="cpu"):
    """Rows of model, language, bits per byte with its interval, and the change from the first model with Holm's p."""
    import torch
    from transformers import AutoModelForCausalLM

    base, rows = None, []
    for name in names:
        tokenizer = AutoTokenizer.from_pretrained(name)
        dtype = torch.float32 if device == "cpu" else "auto"
        model = AutoModelForCausalLM.from_pretrained(name, dtype=dtype).to(device).eval()
        found = {language: bits_of(model, tokenizer, texts, device) for language, texts in sentences.items()}
        del model
        own = []
        for language, (bits, size) in found.items():
            low, high = interval_of(bits, size, seed)
            row = {"model": name, "language": language, "bits_per_byte": bits.sum() / size.sum(), "low": low, "high": high}
            if base:
                row["change"] = row["bits_per_byte"] - base[language][0].sum() / size.sum()
                row["p"] = p_of(base[language][0], bits, seed)
            own.append(row)
        if base:
            for row, adjusted in zip(own, holm([row["p"] for row in own])):
                row["holm"] = adjusted
        base = base or found
        rows += own
    return rows


def tokens(names, sentences):
    """Rows of tokenizer, language, tokens a sentence, and tokens against those of the same sentences in English."""
    rows = []
    for name in names:
        tokenizer = AutoTokenizer.from_pretrained(name)
        counts = {
            language: sum(len(tokenizer(text, add_special_tokens=False)["input_ids"]) for text in texts)
            for language, texts in sentences.items()
        }
        for language, count in counts.items():
            row = {"tokenizer": name, "language": language, "tokens": count / len(sentences[language])}
            rows.append({**row, **({"against_english": count / counts["en"]} if "en" in counts else {})})
    return rows


def table(rows):
    """Rows as tab-separated text."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    show = lambda value: "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)  # noqa: E731
    return "\n".join("\t".join(line) for line in [columns, *([show(row.get(key)) for key in columns] for row in rows)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("card", type=pathlib.Path, help="scorecard.json of the lab")
    parser.add_argument("models", nargs="+", help="names of the hub, or folders")
    parser.add_argument("--tokens", action="store_true", help="count tokens only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="such as cuda")
    parser.add_argument("--json", action="store_true", help="rows as JSON")
    options = parser.parse_args()
    sentences = sentences_of(json.loads(options.card.read_text()))
    if options.tokens:
        rows = tokens(options.models, sentences)
    else:
        rows = measure(options.models, sentences, options.seed, options.device)
    print(json.dumps(rows, indent=1) if options.json else table(rows))


if __name__ == "__main__":
    main()
