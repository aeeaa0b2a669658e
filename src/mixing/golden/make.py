"""Writes mixing.golden.json: mixers on random logits, by NumPy in float64. Run: python make.py"""

import json
from pathlib import Path

import numpy as np

rng = np.random.default_rng(7)
V = 40


def log_softmax(x):
    x = x - x.max()
    return x - np.log(np.exp(x).sum())


def entropy(l):
    return float(-(np.exp(l) * l).sum())


def kl(p, q):
    return float((np.exp(p) * (p - q)).sum())


logits = (rng.normal(size=(5, V)) * 3).astype(np.float32).astype(np.float64)
L = [log_softmax(x) for x in logits]
past = np.log(rng.uniform(0.05, 0.9, size=(6, 3)))
prompt = np.array([-11.0, -10.5, -12.25])
prior = np.array([1.0, 2.0, 3.0])

guided = L[0] + 1.5 * (L[0] - L[1]) - 0.7 * (L[2] - L[0])
guided[L[0] < L[0].max() + np.log(0.02)] = -np.inf

assistant = L[1] - L[1].mean()
forgot = np.where(L[0] < L[0].max() + np.log(0.05), L[0], L[0] - 0.8 * assistant)

posterior = log_softmax(np.log(prior / prior.sum()) + prompt + past.sum(axis=0))
mixture = np.log(sum(np.exp(w + l) for w, l in zip(posterior, L)))

score = past[-4:].mean(axis=0) / 0.3
weights = np.exp(log_softmax(score))
weights[weights < 0.2] = 0
weights /= weights.sum()
fused = np.log(sum(w * np.exp(l) for w, l in zip(weights, L)))

emulated = L[0] + 0.6 * (L[1] - L[2]) - 0.4 * (L[3] - L[4])


def row(mixer, models, shared, result, **rest):
    l = log_softmax(result)
    finite = np.isfinite(l)
    return {
        "mixer": mixer,
        "models": models,
        "shared": shared,
        "probabilities": np.exp(l).tolist(),
        "entropy": entropy(l[finite]),
        "divergences": [kl(l[finite], L[i][finite]) for i in range(models)],
        "massRemoved": float(np.exp(L[0][~finite]).sum()),
        **rest,
    }


golden = {
    "logits": logits.tolist(),
    "past": np.exp(past).tolist(),
    "promptLikelihoods": prompt.tolist(),
    "prior": prior.tolist(),
    "cases": [
        row("expert-guidance", 3, {"gamma": 1.5, "eta": 0.7, "alpha": 0.02}, guided),
        row("logit-difference", 2, {"weight": -0.8, "relativeTop": 0.05}, forgot),
        row("posterior-mixture", 3, {}, mixture, weights=np.exp(posterior).tolist()),
        row("weighted-fusion", 3, {"window": 4, "temperature": 0.3, "threshold": 0.2}, fused, weights=weights.tolist()),
        row("emulated-fine-tuning", 5, {"beta": 0.6, "beta2": -0.4}, emulated),
    ],
}
Path(__file__).with_name("mixing.golden.json").write_text(json.dumps(golden) + "\n")
