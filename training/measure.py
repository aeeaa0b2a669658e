"""Bits per byte of held-out lines: the one measure by which every model here is compared.

Each line is a document of its own: the model sees END and must predict every token of the line and
of the newline after it. The bits are divided by the UTF-8 bytes of the line and the newline, so
models with different tokenizers, and byte n-grams, are measured on the same scale.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F

import settings
import tokenizer as tok


def pack(documents: list[list[int]], length: int) -> np.ndarray:
    """Rows [n, length + 1] of whole documents, END before each; what is left over is END."""
    rows: list[list[int]] = [[]]
    for ids in documents:
        ids = [settings.END_ID, *ids]
        if len(rows[-1]) + len(ids) > length + 1:
            rows.append([])
        rows[-1] += ids
    return np.array([r + [settings.END_ID] * (length + 1 - len(r)) for r in rows], dtype=np.int64)


def total_bytes(lines: list[str]) -> int:
    """UTF-8 bytes of the lines with a newline after each."""
    return sum(len(s.encode("utf-8")) + 1 for s in lines)


@torch.no_grad()
def bits_per_byte(model, tokenizer, lines: list[str], rows: int = 16, length: int = 512) -> float:
    """Mean bits a byte over all lines; a line longer than `length` tokens is refused."""
    documents = tok.encode_lines(tokenizer, [s + "\n" for s in lines])
    if max(map(len, documents)) > length:
        raise ValueError("a line does not fit into a row")
    packed = torch.from_numpy(pack(documents, length))
    was_training = model.training
    model.eval()
    nats = 0.0
    for part in packed.split(rows):
        logits = model(part[:, :-1]).float()
        target = part[:, 1:]
        loss = F.cross_entropy(logits.flatten(0, 1), target.flatten(), reduction="none")
        nats += loss[target.flatten() != settings.END_ID].sum().item()
    model.train(was_training)
    return nats / math.log(2) / total_bytes(lines)
