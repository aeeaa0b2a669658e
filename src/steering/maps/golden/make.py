"""Ridge maps between two sets of 7 vectors [5], with numpy and as PyTorch's least squares on the rows that the ridge adds.

    python src/steering/maps/golden/make.py
"""

import json
from pathlib import Path

import numpy as np
import torch

generator = np.random.default_rng(8)
source = generator.normal(size=(7, 5)).round(3)
target = (source @ generator.normal(size=(5, 5)) + 0.1 * generator.normal(size=(7, 5))).round(3)


def by_numpy(x, y, ridge):
    penalty = ridge * (x**2).sum() / x.shape[1]
    return np.linalg.solve(x.T @ x + penalty * np.eye(x.shape[1]), x.T @ y)


def by_torch(x, y, ridge):
    penalty = ridge * (x**2).sum() / x.shape[1]
    rows = np.sqrt(penalty) * np.eye(x.shape[1])
    stacked = torch.tensor(np.vstack([x, rows])), torch.tensor(np.vstack([y, np.zeros_like(rows)]))
    return torch.linalg.lstsq(*stacked).solution.numpy()


cases = []
for pairs, ridge in [(7, 0), (7, 0.1), (3, 0.05)]:
    x, y = source[:pairs], target[:pairs]
    expected = by_numpy(x, y, ridge)
    assert np.allclose(expected, by_torch(x, y, ridge))
    u, sigma, vt = np.linalg.svd(expected - np.eye(5))
    cases.append(
        {
            "source": x.tolist(),
            "target": y.tolist(),
            "ridge": ridge,
            "map": expected.ravel().tolist(),
            "towardsOfRank2": ((u[:, :2] * sigma[:2]) @ vt[:2]).ravel().tolist(),
        }
    )
Path(__file__).with_name("maps.json").write_text(json.dumps(cases) + "\n")
