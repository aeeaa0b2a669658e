"""Writes simalign.golden.json: argmax and itermax links by numpy, in dense matrices as Jalili Sabet et al. (2020) define them."""

import json
import pathlib

import numpy as np


def both_ways(similarity):
    rows, columns = similarity.shape
    forward = np.eye(columns)[similarity.argmax(axis=1)]
    backward = np.eye(rows)[similarity.argmax(axis=0)].transpose()
    return forward, backward


def argmax(similarity):
    forward, backward = both_ways(similarity)
    return forward * backward


def itermax(similarity, rounds=2, alpha=0.9):
    links = argmax(similarity)
    if min(similarity.shape) <= 2:
        return links
    for _ in range(rounds - 1):
        free_rows = 1.0 - np.tile(links.sum(1)[:, None], (1, similarity.shape[1])).clip(0.0, 1.0)
        free_columns = 1.0 - np.tile(links.sum(0)[None, :], (similarity.shape[0], 1)).clip(0.0, 1.0)
        if free_rows.sum() < 1.0 or free_columns.sum() < 1.0:
            break
        weight = (alpha * free_rows + alpha * free_columns).clip(0.0, 1.0)
        allowed = 1.0 - (1.0 - free_rows) * (1.0 - free_columns)
        forward, backward = both_ways(similarity * weight)
        new = forward * backward * allowed
        if not new.any():
            break
        links = links + new
    return links


def pairs(matrix):
    return [[int(row), int(column)] for row, column in zip(*np.nonzero(matrix))]


random = np.random.default_rng(7)
cases = []
for rows, columns in [(1, 1), (2, 4), (3, 3), (4, 6), (7, 5), (9, 9), (6, 12)]:
    first = random.normal(size=(rows, 6)).round(3)
    second = random.normal(size=(columns, 6)).round(3)
    cosine = (first @ second.T) / (np.linalg.norm(first, axis=1)[:, None] * np.linalg.norm(second, axis=1)[None, :])
    similarity = (cosine + 1) / 2
    cases.append(
        {
            "first": first.tolist(),
            "second": second.tolist(),
            "argmax": pairs(argmax(similarity)),
            "itermax": pairs(itermax(similarity)),
            "itermax3": pairs(itermax(similarity, rounds=3)),
        }
    )
target = pathlib.Path(__file__).with_name("simalign.golden.json")
target.write_text(json.dumps(cases) + "\n")
