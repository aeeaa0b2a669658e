"""Makes linear.json: shrinkage and discriminant by numpy, logistic regression by PyTorch, on eight texts of four dimensions.

python src/steering/directions/golden/make.py
"""

import json
from pathlib import Path

import numpy as np
import torch

random = np.random.default_rng(4)
mix = random.normal(size=(4, 4))
positive = np.round(random.normal(size=(5, 4)) @ mix + [2, 0, 1, 0], 3)
negative = np.round(random.normal(size=(3, 4)) @ mix, 3)

centred = np.concatenate([positive - positive.mean(0), negative - negative.mean(0)])
n, d = centred.shape
covariance = centred.T @ centred / n
variance = np.trace(covariance) / d
spread = ((covariance - variance * np.eye(d)) ** 2).sum()
error = sum(((np.outer(x, x) - covariance) ** 2).sum() for x in centred) / n**2
shrinkage = min(1, error / spread)
shrunk = (1 - shrinkage) * covariance + shrinkage * variance * np.eye(d)
discriminant = np.linalg.solve(shrunk, positive.mean(0) - negative.mean(0))

x = torch.tensor(np.concatenate([positive, negative]))
y = torch.tensor([1.0] * len(positive) + [-1.0] * len(negative), dtype=torch.float64)
weights = torch.zeros(d + 1, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.LBFGS([weights], max_iter=2000, tolerance_grad=1e-12, tolerance_change=1e-16, line_search_fn="strong_wolfe")


def loss():
    optimiser.zero_grad()
    value = (weights[:-1] ** 2).sum() / 2 + torch.nn.functional.softplus(-y * (x @ weights[:-1] + weights[-1])).sum()
    value.backward()
    return value


optimiser.step(loss)
golden = {
    "positive": positive.tolist(),
    "negative": negative.tolist(),
    "shrinkage": shrinkage,
    "discriminant": discriminant.tolist(),
    "logistic": weights.tolist(),
}
Path(__file__).with_name("linear.json").write_text(json.dumps(golden, indent=1) + "\n")
