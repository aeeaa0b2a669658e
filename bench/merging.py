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
    count = keep_x * 1.0 + keep_y * 1.0
    return base + lib.where(count > 0, (x * keep_x + y * keep_y) / lib.clip(count, 1, 2), 0 * x)


def model_stock(lib, base, a, b):
    x, y = a - base, b - base
    cosine = (x * y).sum() / lib.sqrt((x * x).sum() * (y * y).sum())
    t = 2 * cosine / (1 + cosine)
    return base + t * (x + y) / 2


METHODS = {"linear": linear, "slerp": slerp, "task_arithmetic": task_arithmetic, "ties": ties, "model_stock": model_stock}


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
                for rows, columns in SHAPES:
                    parts = [values[: rows * columns].reshape(rows, columns) for values in largest]
                    method(lib, *([torch.from_numpy(part) for part in parts] if lib is torch else parts))
                times.append(time.process_time() - begin)
            results[name][library] = sorted(times)[len(times) // 2]
    results["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(results))


if __name__ == "__main__":
    main()
