"""Loads an exported folder with transformers and compares its logits with those that the lab gave.

Run by scripts/check-export.mjs: python check_folder.py FOLDER EXPECTED.json, where EXPECTED has `ids` and `logits` [S, V].
"""

import json
import sys

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder, expected_file = sys.argv[1:3]
expected = json.load(open(expected_file))
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
tokenizer = AutoTokenizer.from_pretrained(folder)
with torch.no_grad():
    logits = model(torch.tensor([expected["ids"]])).logits[0]
reference = torch.tensor(expected["logits"]).reshape(logits.shape)
difference = (logits - reference).abs().max().item()
same = (logits.argmax(-1) == reference.argmax(-1)).all().item()
print(f"transformers loads {folder}: largest difference of logits {difference:.2e}, same greedy tokens: {same}")
assert tokenizer(expected["text"], add_special_tokens=False)["input_ids"] == expected["own"], "the tokenizer reads otherwise"
assert difference < 1e-3 and same
