"""Writes what PyTorch makes of polyglot-base: the golden file of the engine's tests.

    python make.py

Needs torch, transformers and safetensors (written with torch 2.13, transformers 5.18). Everything is in f32 with eager attention.
`weights` is the sha256 of the checkpoint's file: tests refuse a golden file of other weights, so run this again when they change.
"""

import hashlib
import json
import math
import pathlib

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

HERE = pathlib.Path(__file__).parent
CHECKPOINT = HERE / "../../../public/models/polyglot-base"

SENTENCES = [
    "The baker opened his shop before sunrise, as he had done every day for thirty years.",
    "Nach dem Regen roch der Garten nach Erde, und die Katze lag wieder auf der Mauer.",
    "El tren llegó tarde a la estación, pero nadie parecía tener prisa aquella tarde.",
    "बारिश के बाद बच्चे गली में निकले और कागज़ की नावें चलाने लगे।",
    "Kütüphanenin penceresinden bakınca denizin üstünde küçük bir yelkenli görünüyordu.",
]
PROMPTS = ["The house is", "Das Haus ist", "La casa está", "यह घर", "Bu ev"]
NEW_TOKENS = 32


def main():
    tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
    model = AutoModelForCausalLM.from_pretrained(CHECKPOINT, dtype=torch.float32, attn_implementation="eager").eval()
    golden = {
        "weights": hashlib.sha256((CHECKPOINT / "model.safetensors").read_bytes()).hexdigest(),
        "scores": [score(model, tokenizer, text) for text in SENTENCES],
        "greedy": [greedy(model, tokenizer, prompt) for prompt in PROMPTS],
        "residual": residual(model, tokenizer, SENTENCES[1]),
    }
    (HERE / "polyglot-base.golden.json").write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")


def score(model, tokenizer, text):
    """Nats of each token given those before it (the first given BOS), and bits per byte of the text."""
    ids = tokenizer(text, return_tensors="pt").input_ids
    with torch.no_grad():
        log_probabilities = model(ids).logits[0, :-1].log_softmax(-1)
    nats = log_probabilities.gather(1, ids[0, 1:, None])[:, 0]
    return {
        "text": text,
        "logProbabilities": rounded(nats.tolist()),
        "bitsPerByte": -nats.sum().item() / math.log(2) / len(text.encode()),
    }


def greedy(model, tokenizer, prompt):
    ids = tokenizer(prompt, return_tensors="pt").input_ids
    out = model.generate(
        ids,
        attention_mask=torch.ones_like(ids),
        do_sample=False,
        max_new_tokens=NEW_TOKENS,
        min_new_tokens=NEW_TOKENS,
        eos_token_id=None,
        pad_token_id=0,
    )
    return {"prompt": prompt, "promptIds": ids[0].tolist(), "ids": out[0, ids.shape[1] :].tolist()}


def residual(model, tokenizer, text):
    """The stream after the first and the last block but one, averaged over the text's tokens and at its last token."""
    ids = tokenizer(text, return_tensors="pt").input_ids
    with torch.no_grad():
        states = model(ids, output_hidden_states=True).hidden_states
    layers = [0, model.config.num_hidden_layers - 2]
    return {
        "text": text,
        "layers": layers,
        "mean": [rounded(states[layer + 1][0, 1:].mean(0).tolist()) for layer in layers],
        "last": [rounded(states[layer + 1][0, -1].tolist()) for layer in layers],
    }


def rounded(values):
    return [float(f"{value:.7g}") for value in values]


if __name__ == "__main__":
    main()
