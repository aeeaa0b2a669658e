"""Reference results for methods.golden.test.ts: every merge method on random tensors, in NumPy and PyTorch, float64.

mergekit's semantics (arXiv 2403.13257) and the papers' own are written out here a second time, apart from the TypeScript on
purpose: masks by argsort, SVD by LAPACK, sums by torch. Random masks use the same counter-based generator (lowbias32), which
is part of the lab's definition of a seeded merge. Run: python src/merging/golden/methods.py
"""

import json
import pathlib

import numpy as np
import torch

ROWS, COLUMNS = 6, 8
NAME = "model.layers.0.self_attn.q_proj.weight"


def tensors(count, seed):
    generator = np.random.default_rng(seed)
    base = generator.normal(size=(ROWS, COLUMNS)).astype(np.float32)
    return [base] + [(base + generator.normal(size=base.shape) * 0.3).astype(np.float32) for _ in range(count)]


def stream(seed, text):
    mixed = (0x811C9DC5 ^ seed) & 0xFFFFFFFF
    for character in text:
        mixed = ((mixed ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return mixed


def uniform(start, count):
    with np.errstate(over="ignore"):
        mixed = np.uint32(start) + np.arange(count, dtype=np.uint32) * np.uint32(0x9E3779B9)
        mixed = (mixed ^ (mixed >> np.uint32(16))) * np.uint32(0x7FEB352D)
        mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(0x846CA68B)
        mixed = mixed ^ (mixed >> np.uint32(16))
    return mixed.astype(np.float64) / 2**32


def keep(delta, first, end):
    order = np.argsort(-np.abs(delta).ravel(), kind="stable")
    mask = np.zeros(delta.size)
    mask[order[first:end]] = 1
    return delta * mask.reshape(delta.shape)


def deltas_of(values):
    base = values[0].astype(np.float64)
    return base, [value.astype(np.float64) - base for value in values[1:]]


def l1(before, after):
    kept = np.abs(after).sum()
    return after if kept == 0 else after * (np.abs(before).sum() / kept)


def elect(deltas, weights, normalize, by_weight):
    stacked = np.stack(deltas)
    shaped = np.array(weights)[:, None, None]
    weighted = stacked * shaped
    votes = weighted if by_weight else stacked
    sign = np.where(votes.sum(0) >= 0, 1, -1)
    mask = np.sign(votes) == sign
    total = (weighted * mask).sum(0)
    divisor = ((shaped if by_weight else np.ones_like(shaped)) * mask).sum(0)
    return np.where(divisor == 0, total, total / np.where(divisor == 0, 1, divisor)) if normalize else total


def ties(values, weights, density, by_weight, scale=1.0):
    base, deltas = deltas_of(values)
    kept = [keep(delta, 0, int(density * delta.size)) for delta in deltas]
    return base + scale * elect(kept, weights, True, by_weight)


def dare(values, weights, density, seed, paper, join):
    base, deltas = deltas_of(values)
    thinned = []
    for index, delta in enumerate(deltas):
        mask = (uniform(stream(seed, f"{index}/{NAME}"), delta.size) < density).reshape(delta.shape)
        thinned.append(delta * mask / density if paper else l1(delta, delta * mask))
    if not join:
        return base + sum(w * d for w, d in zip(weights, thinned))
    return base + elect(thinned, weights, normalize=paper, by_weight=not paper)


def breadcrumbs(values, weights, density, gamma):
    base, deltas = deltas_of(values)
    total = 0
    for weight, delta in zip(weights, deltas):
        kept = int(density * delta.size)
        top = min(int(gamma * delta.size), delta.size - kept)
        total = total + weight * keep(delta, top, top + kept)
    return base + total


def della(values, weights, density, epsilon, seed, paper):
    base, deltas = deltas_of(values)
    thinned = []
    for index, delta in enumerate(deltas):
        ranks = np.argsort(np.argsort(np.abs(delta), axis=1, kind="stable"), axis=1, kind="stable")
        chances = density - epsilon + 2 * epsilon * ranks / (delta.shape[1] - 1)
        mask = uniform(stream(seed, f"{index}/{NAME}"), delta.size).reshape(delta.shape) < chances
        thinned.append(delta * mask / chances if paper else l1(delta, delta * mask))
    return base + elect(thinned, weights, normalize=True, by_weight=not paper)


def slerp(a, b, t, chord):
    cosine = (a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum())
    if abs(cosine) > chord:
        return (1 - t) * a + t * b
    angle = np.arccos(cosine)
    return (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)


def nuslerp(values, weights, mode):
    t = weights[1] / sum(weights)
    chord = np.cos(np.arcsin(1e-8))
    if mode == "base":
        base, (a, b) = deltas_of(values)
        return base + slerp(a, b, t, chord)
    a, b = (value.astype(np.float64) for value in values[1:])
    if mode == "flat":
        return slerp(a, b, t, chord)
    if mode == "columns":
        return np.stack([slerp(x, y, t, chord) for x, y in zip(a.T, b.T)]).T
    return np.stack([slerp(x, y, t, chord) for x, y in zip(a, b)])


def karcher(values, steps=10, tolerance=1e-5):
    """On the whole vectors, as mergekit does it, not on their inner products."""
    flat = [torch.tensor(value, dtype=torch.float64).flatten() for value in values]
    norms = [value.norm() for value in flat]
    units = [value / norm for value, norm in zip(flat, norms)]
    mean = sum(units) / len(units)
    mean = mean / mean.norm()
    for _ in range(steps):
        tangent = torch.zeros_like(mean)
        for unit in units:
            cosine = torch.clamp(unit @ mean, -1, 1)
            angle = torch.acos(cosine)
            if angle >= tolerance:
                tangent += angle / torch.sin(angle) * (unit - cosine * mean) / len(units)
        if tangent.norm() < tolerance:
            break
        mean = torch.cos(tangent.norm()) * mean + torch.sin(tangent.norm()) * tangent / tangent.norm()
        mean = mean / mean.norm()
    return (mean * sum(norms) / len(norms)).reshape(ROWS, COLUMNS).numpy()


def model_stock(values, by_row):
    base, deltas = deltas_of(values)
    result = np.zeros_like(base)
    for rows in [[row] for row in range(ROWS)] if by_row else [list(range(ROWS))]:
        part = [torch.tensor(delta[rows]).flatten() for delta in deltas]
        pairs = [(i, j) for i in range(len(part)) for j in range(i)]
        cosine = sum(torch.cosine_similarity(part[i], part[j], dim=0).item() for i, j in pairs) / len(pairs)
        t = len(part) * cosine / (1 + (len(part) - 1) * cosine)
        result[rows] = t * np.mean([value[rows] for value in values[1:]], axis=0) + (1 - t) * base[rows]
    return result


def sce(values, topk, paper):
    base, deltas = deltas_of(values)
    stacked = torch.tensor(np.stack(deltas))
    if topk < 1:
        variance = stacked.var(dim=0, unbiased=False).flatten()
        count = variance.numel() if paper else int((variance != 0).sum())
        mask = torch.zeros_like(variance)
        mask[torch.topk(variance, int(topk * count)).indices] = 1
        stacked = stacked * mask.reshape(stacked.shape[1:])
    sizes = (stacked**2).mean(dim=(1, 2))
    uniform_sizes = not paper and sizes.sum() < 1e-6
    weights = torch.ones_like(sizes) / len(sizes) if uniform_sizes else sizes / sizes.sum()
    sign = torch.where(stacked.sum(0) >= 0, 1.0, -1.0)
    erased = weights[:, None, None] * (stacked.sign() == sign)
    total = (stacked * erased).sum(0) / erased.sum(0).clamp(min=1e-6 if not paper else 1e-300)
    return base + total.numpy()


def nearswap(values, t):
    a, b = (value.astype(np.float64) for value in values[:2])
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.clip(np.nan_to_num(t / np.abs(a - b), nan=1, posinf=1), 0, 1)
    return weight * b + (1 - weight) * a


def widen(values, t, s):
    base, deltas = deltas_of(values)
    experts = [base + delta for delta in deltas]

    def scored(changes):
        ranks = [np.argsort(np.argsort(change, kind="stable"), kind="stable") / len(change) for change in changes]
        soft = torch.softmax(torch.tensor(np.stack(ranks)), dim=0).numpy()
        return [np.where(rank > t * rank.mean(), s, part) for rank, part in zip(ranks, soft)]

    def norms(matrix):
        return np.linalg.norm(matrix, axis=0)

    lengths = scored([np.abs(norms(expert) - norms(base)) for expert in experts])
    turns = scored([1 - (expert * base).sum(0) / (norms(expert) * norms(base)) for expert in experts])
    return base + sum((m + d) / 2 * delta for m, d, delta in zip(lengths, turns, deltas))


def shielded(values, rho, inputs):
    base, tuned = values[0], values[1]
    scores = np.linalg.norm(base.astype(np.float64), axis=0) * inputs
    columns = np.argsort(-scores, kind="stable")[: round(rho * COLUMNS)]
    result = tuned.copy()
    result[:, columns] = base[:, columns]
    return result


def truncated(values, beta):
    base, (delta,) = deltas_of(values)
    u, sigma, v = np.linalg.svd(delta, full_matrices=False)
    rank = int(np.searchsorted(np.cumsum(sigma**2) / (sigma**2).sum(), beta) + 1)
    return base + (u[:, :rank] * sigma[:rank]) @ v[:rank]


def main():
    three, two = tensors(3, 1), tensors(2, 2)
    one = two[:2]
    inputs = np.random.default_rng(9).gamma(1.0, size=COLUMNS).astype(np.float32)
    w = [1.0, 0.2, 0.7]
    sources = lambda *each: [{}, *each]
    many = lambda **own: sources(*[{"weight": x, **own} for x in w])
    cases = [
        ("linear", three, {"normalize": True}, [{"weight": x} for x in [0.5, 2.0, -1.0, 0.25]],
         sum(x * v.astype(np.float64) for x, v in zip([0.5, 2.0, -1.0, 0.25], three)) / 1.75),
        ("slerp", one, {"t": 0.3}, [{}, {}], slerp(*(v.astype(np.float64) for v in one), 0.3, 0.9995)),
        ("nuslerp", two[1:], {"nuslerp_flatten": True, "nuslerp_row_wise": False}, [{"weight": 1}, {"weight": 3}], nuslerp(two, [1, 3], "flat")),
        ("nuslerp", two, {"nuslerp_flatten": True, "nuslerp_row_wise": False}, [{}, {"weight": 1}, {"weight": 3}], nuslerp(two, [1, 3], "base")),
        ("nuslerp", two[1:], {"nuslerp_flatten": False, "nuslerp_row_wise": False}, [{"weight": 1}, {"weight": 3}], nuslerp(two, [1, 3], "columns")),
        ("nuslerp", two[1:], {"nuslerp_flatten": False, "nuslerp_row_wise": True}, [{"weight": 1}, {"weight": 3}], nuslerp(two, [1, 3], "rows")),
        ("karcher", three, {"max_iter": 10, "tol": 1e-5}, [{}] * 4, karcher(three)),
        ("task_arithmetic", three, {"normalize": False, "lambda": 0.8}, many(), deltas_of(three)[0] + 0.8 * sum(x * d for x, d in zip(w, deltas_of(three)[1]))),
        ("ties", three, {"normalize": True, "lambda": 0.5, "rescale": False, "int8_mask": False}, many(density=0.4), ties(three, w, 0.4, True, 0.5)),
        ("ties_paper", three, {"normalize": True, "lambda": 1}, many(density=0.4), ties(three, w, 0.4, False)),
        ("dare_linear", three, {"normalize": False, "lambda": 1, "rescale": True, "int8_mask": False, "seed": 7}, many(density=0.6), dare(three, w, 0.6, 7, False, False)),
        ("dare_linear_paper", three, {"normalize": False, "lambda": 1, "seed": 7}, many(density=0.6), dare(three, w, 0.6, 7, True, False)),
        ("dare_ties", three, {"normalize": False, "lambda": 1, "rescale": True, "int8_mask": False, "seed": 3}, many(density=0.6), dare(three, w, 0.6, 3, False, True)),
        ("dare_ties_paper", three, {"normalize": True, "lambda": 1, "seed": 3}, many(density=0.6), dare(three, w, 0.6, 3, True, True)),
        ("breadcrumbs", three, {"normalize": False, "lambda": 1, "int8_mask": False}, many(density=0.5, gamma=0.1), breadcrumbs(three, w, 0.5, 0.1)),
        ("della", three, {"normalize": True, "lambda": 1, "rescale": True, "int8_mask": False, "seed": 5}, many(density=0.5, epsilon=0.2), della(three, w, 0.5, 0.2, 5, False)),
        ("della_paper", three, {"normalize": True, "lambda": 1, "seed": 5}, many(density=0.5, epsilon=0.2), della(three, w, 0.5, 0.2, 5, True)),
        ("model_stock", three, {"filter_wise": False}, [{}] * 4, model_stock(three, False)),
        ("model_stock", three, {"filter_wise": True}, [{}] * 4, model_stock(three, True)),
        ("sce", three, {"select_topk": 0.5, "int8_mask": False}, [{}] * 4, sce(three, 0.5, False)),
        ("sce_paper", three, {"select_topk": 0.5, "int8_mask": False}, [{}] * 4, sce(three, 0.5, True)),
        ("nearswap", one, {"t": 0.1}, [{}, {}], nearswap(one, 0.1)),
        ("widen", three, {"t": 1.0, "s": 1.0}, [{}] * 4, widen(three, 1.0, 1.0)),
        ("knowledge_subtraction", three, {"scale": 0.9, "lambda": 0.5}, [{}] * 4, deltas_of(three)[0] + 0.9 * (deltas_of(three)[1][0] - 0.5 * np.mean(deltas_of(three)[1][1:], axis=0))),
        ("source_shielded", one, {"rho": 0.5}, [{}, {}], shielded(one, 0.5, inputs)),
        ("graft", one, {"density": 0.25}, [{}, {}], np.where(keep(one[1] - one[0], 0, 12) != 0, one[1], one[0])),
        ("truncated_svd", one, {"beta": 0.8}, [{}, {}], truncated(one, 0.8)),
    ]
    golden = {
        "name": NAME,
        "shape": [ROWS, COLUMNS],
        "inputs": inputs.tolist(),
        "cases": [
            {
                "method": method,
                "tensor": parameters,
                "sources": own,
                "tensors": [value.ravel().tolist() for value in values],
                "merged": np.asarray(merged, dtype=np.float64).ravel().tolist(),
            }
            for method, values, parameters, own, merged in cases
        ],
    }
    path = pathlib.Path(__file__).with_name("methods.golden.json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
