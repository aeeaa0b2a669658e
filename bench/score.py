"""Scores texts with transformers on the CPU: tokens a second, best of some rounds, in batches of 16 by length.

Reads `{"texts": [...], "rounds": 3}`, writes `{"tokens", "bits", "tokensPerSecond"}`. Argument: a checkpoint's folder.
"""

import json
import math
import sys
import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

given = json.load(sys.stdin)
tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
model = AutoModelForCausalLM.from_pretrained(sys.argv[1], dtype=torch.float32).eval()
begin_of_text = [tokenizer.bos_token_id]


def score(texts):
    """Bits and tokens of all texts, each after the token that begins a text."""
    ids = sorted((begin_of_text + tokenizer(text, add_special_tokens=False).input_ids for text in texts), key=len)
    bits = tokens = 0
    for start in range(0, len(ids), 16):
        rows = ids[start : start + 16]
        longest = max(map(len, rows))
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        batch = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        logits = model(batch, attention_mask=mask).logits[:, :-1]
        logs = logits.log_softmax(-1).gather(-1, batch[:, 1:, None])[..., 0] * mask[:, 1:]
        bits -= logs.sum().item() / math.log(2)
        tokens += int(mask[:, 1:].sum())
    return bits, tokens


with torch.inference_mode():
    best = math.inf
    for turn in range(given["rounds"] + 1):
        begin = time.perf_counter()
        bits, tokens = score(given["texts"])
        if turn:
            best = min(best, time.perf_counter() - begin)
json.dump(dict(tokens=tokens, bits=bits, tokensPerSecond=tokens / best), sys.stdout)
