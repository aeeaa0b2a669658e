"""The merge methods of the lab in NumPy and in PyTorch, on the matrices of a 135-million-parameter model; JSON on stdout.

Run by bench/merging.mjs: python merging.py ROUNDS. One shape after the other, as the lab does it; float32, one thread.
"""

import json
import resource
import sys
import time

import numpy as np
import torch

torch.set_num_threads(1)
WIDTH, MLP, VOCABULARY, LAYERS, KEYS = 576, 1536, 49152, 30, 192
SHAPES = [(VOCABULARY, WIDTH)] + [
    shape
    for _ in range(LAYERS)
    for shape in [(WIDTH, WIDTH), (KEYS, WIDTH), (KEYS, WIDTH), (WIDTH, WIDTH), (MLP, WIDTH), (MLP, WIDTH), (WIDTH, MLP)]
]


def linear(lib, base, a, b):
    return 0.5 * a + 0.5 * b


def slerp(lib, base, a, b):
    cosine = (a * b).sum() / lib.sqrt((a * a).sum() * (b * b).sum())
    angle = lib.arccos(cosine)
    return (lib.sin(0.5 * angle) * a + lib.sin(0.5 * angle) * b) / lib.sin(angle)


def task_arithmetic(lib, base, a, b):
    return base + 0.5 * (a - base) + 0.5 * (b - base)


def trimmed(lib, delta):
    flat = delta.reshape(-1)
    count = flat.shape[0] // 2
    if lib is torch:
        places = torch.topk(flat.abs(), count).indices
        mask = torch.zeros_like(flat)
        mask[places] = 1
    else:
        places = np.argpartition(np.abs(flat), flat.size - count)[flat.size - count :]
        mask = np.zeros_like(flat)
        mask[places] = 1
    return (flat * mask).reshape(delta.shape)


def ties(lib, base, a, b):
    x, y = trimmed(lib, a - base), trimmed(lib, b - base)
    positive = x + y >= 0
    keep_x, keep_y = (x > 0) == positive, (y > 0) == positive
    keep_x, keep_y = keep_x & (x != 0), keep_y & (y != 0)
    one = 1.0 if lib is torch else np.float32(1)
    count = keep_x * one + keep_y * one
    return base + lib.where(count > 0, (x * keep_x + y * keep_y) / lib.clip(count, 1, 2), 0 * x)


def model_stock(lib, base, a, b):
    x, y = a - base, b - base
    cosine = (x * y).sum() / lib.sqrt((x * x).sum() * (y * y).sum())
    t = 2 * cosine / (1 + cosine)
    return base + t * (x + y) / 2


def nuslerp(lib, base, a, b):
    return base + slerp(lib, base, a - base, b - base)


def karcher(lib, base, a, b):
    """On whole vectors; of two the mean is reached in a step, which the tolerance then ends."""
    norms = [lib.sqrt((v * v).sum()) for v in (a, b)]
    units = [v / norm for v, norm in zip((a, b), norms)]
    mean = units[0] + units[1]
    mean = mean / lib.sqrt((mean * mean).sum())
    for _ in range(10):
        tangent = 0
        for unit in units:
            cosine = (unit * mean).sum()
            angle = lib.arccos(lib.clip(cosine, -1, 1))
            tangent = tangent + angle / lib.sin(angle) * (unit - cosine * mean) / 2
        length = lib.sqrt((tangent * tangent).sum())
        if float(length) < 1e-5:
            break
        mean = lib.cos(length) * mean + lib.sin(length) * tangent / length
    return mean * (norms[0] + norms[1]) / 2


def random_like(lib, delta):
    return torch.rand(delta.shape) if lib is torch else np.random.default_rng(1).random(delta.shape, dtype=np.float32)


def rescaled(lib, delta, kept):
    return kept * (lib.abs(delta).sum() / lib.abs(kept).sum())


def dare_linear(lib, base, a, b):
    x, y = a - base, b - base
    return base + 0.5 * sum(rescaled(lib, d, d * (random_like(lib, d) < 0.5)) for d in (x, y))


def ranks(lib, magnitudes):
    """Ascending ranks within each row."""
    return torch.argsort(torch.argsort(magnitudes, 1), 1) if lib is torch else np.argsort(np.argsort(magnitudes, 1), 1)


def della_linear(lib, base, a, b):
    result = base
    for delta in (a - base, b - base):
        chances = 0.3 + 0.4 * ranks(lib, lib.abs(delta)) / (delta.shape[1] - 1)
        result = result + 0.5 * rescaled(lib, delta, delta * (random_like(lib, delta) < chances))
    return result


def kept_between(lib, delta, low, high):
    """Magnitudes of the ranks from low to high, as shares of all, the largest first."""
    flat = lib.abs(delta).reshape(-1)
    count = flat.shape[0]
    top, end = int(low * count), int(high * count)
    if lib is torch:
        first, last = (torch.kthvalue(flat, count - rank).values for rank in (top, end - 1))
    else:
        first, last = np.partition(flat, [count - 1 - top, count - end])[[count - 1 - top, count - end]]
    magnitude = lib.abs(delta)
    return delta * ((magnitude <= first) & (magnitude >= last))


def breadcrumbs(lib, base, a, b):
    return base + 0.5 * kept_between(lib, a - base, 0.01, 0.51) + 0.5 * kept_between(lib, b - base, 0.01, 0.51)


def sce(lib, base, a, b):
    x, y = a - base, b - base
    weight_x, weight_y = (x * x).mean(), (y * y).mean()
    positive = x + y >= 0
    keep_x, keep_y = weight_x * ((x > 0) == positive), weight_y * ((y > 0) == positive)
    return base + (x * keep_x + y * keep_y) / lib.clip(keep_x + keep_y, 1e-6, None)


def nearswap(lib, base, a, b):
    return a + lib.clip(b - a, -0.1, 0.1)


def widen(lib, base, a, b):
    def scored(changes):
        soft = [(lib.argsort(lib.argsort(change)) / change.shape[0]) for change in changes]
        total = lib.exp(soft[0]) + lib.exp(soft[1])
        return [lib.where(rank > rank.mean(), lib.ones_like(rank), lib.exp(rank) / total) for rank in soft]

    def norms(matrix):
        return lib.sqrt((matrix * matrix).sum(0))

    plain = norms(base)
    own = [norms(a), norms(b)]
    lengths = scored([lib.abs(norm - plain) for norm in own])
    turns = scored([1 - (matrix * base).sum(0) / (norm * plain) for matrix, norm in zip((a, b), own)])
    return base + (lengths[0] + turns[0]) / 2 * (a - base) + (lengths[1] + turns[1]) / 2 * (b - base)


def knowledge_subtraction(lib, base, a, b):
    return base + (a - base) - 0.5 * (b - base)


def graft(lib, base, a, b):
    return lib.where(trimmed(lib, a - base) != 0, a, base)


def source_shielded_magnitude(lib, base, a, b):
    scores = (base * base).sum(0)
    columns = lib.argsort(scores)[base.shape[1] // 2 :]
    merged = a.clone() if lib is torch else a.copy()
    merged[:, columns] = base[:, columns]
    return merged


def truncated_svd(lib, base, a, b):
    u, sigma, v = torch.linalg.svd(a - base, full_matrices=False) if lib is torch else np.linalg.svd(a - base, full_matrices=False)
    squares = sigma * sigma
    share = squares.cumsum(0) / squares.sum()
    rank = int((share < 0.8).sum()) + 1
    return base + (u[:, :rank] * sigma[:rank]) @ v[:rank]


METHODS = {
    method.__name__: method
    for method in (
        linear, slerp, nuslerp, karcher, task_arithmetic, ties, dare_linear, breadcrumbs, della_linear, model_stock, sce,
        nearswap, widen, knowledge_subtraction, graft, source_shielded_magnitude, truncated_svd,
    )
}  # fmt: skip
# What decomposes matrices is timed on the seven of one layer.
IN_ONE_LAYER = {"truncated_svd"}


def main():
    rounds = int(sys.argv[1])
    generator = np.random.default_rng(1)
    largest = [generator.standard_normal(VOCABULARY * WIDTH, dtype=np.float32) for _ in range(3)]
    results = {}
    for name, method in METHODS.items():
        results[name] = {}
        for library, lib in (("numpy", np), ("pytorch", torch)):
            times = []
            for _ in range(rounds):
                begin = time.process_time()
                for rows, columns in SHAPES[1:8] if name in IN_ONE_LAYER else SHAPES:
                    parts = [values[: rows * columns].reshape(rows, columns) for values in largest]
                    method(lib, *([torch.from_numpy(part) for part in parts] if lib is torch else parts))
                times.append(time.process_time() - begin)
            results[name][library] = sorted(times)[len(times) // 2]
    results["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(results))


if __name__ == "__main__":
    main()
