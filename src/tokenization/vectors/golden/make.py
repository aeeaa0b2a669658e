"""Makes procrustes.golden.json: rotations by NumPy's SVD. python3 make.py"""

import json
import pathlib

import numpy as np

random = np.random.default_rng(7)
cases = []
for pairs, width in [(40, 5), (60, 12)]:
    x = random.standard_normal((pairs, width)).astype(np.float32)
    turn, _ = np.linalg.qr(random.standard_normal((width, width)))
    y = (x @ turn + 0.3 * random.standard_normal((pairs, width))).astype(np.float32)
    # min ||X Q - Y|| over orthogonal Q: U V' of X'Y = U S V' (Schönemann 1966).
    u, _, v = np.linalg.svd(x.astype(np.float64).T @ y.astype(np.float64))
    q = u @ v
    cases.append(
        {
            "pairs": pairs,
            "width": width,
            "x": [float(f"{value:.7g}") for value in x.ravel()],
            "y": [float(f"{value:.7g}") for value in y.ravel()],
            "rotation": [round(float(value), 6) for value in q.ravel()],
            "residual": float(np.linalg.norm(x @ q - y)),
        }
    )
pathlib.Path(__file__).with_name("procrustes.golden.json").write_text(json.dumps(cases) + "\n")
