"""Every number the training uses, in one place. Nothing here reads a file.

Shapes in this folder: B rows, S positions, H width, A query heads, K key heads, D head size,
F feed-forward width, V vocabulary, L layers.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
WORK = FOLDER / "work"
MODELS = FOLDER.parent / "public" / "models"
DEFAULT_DATA = FOLDER.parent / ".." / "shared" / "data"

SEED = 20251
END = "<|endoftext|>"
END_ID = 0

# language: (ISO 639-3 code used by NTREX and Tatoeba, English name)
LANGUAGES = {
    "en": ("eng", "English"),
    "de": ("deu", "German"),
    "es": ("spa", "Spanish"),
    "hi": ("hin", "Hindi"),
    "tr": ("tur", "Turkish"),
}


@dataclass(frozen=True)
class ModelShape:
    """A Llama decoder with a tied head; the defaults have 6.8 M parameters."""

    vocabulary: int = 8192  # V
    width: int = 256  # H
    layers: int = 8  # L
    heads: int = 8  # A
    key_heads: int = 4  # K
    head_size: int = 32  # D
    feed_forward: int = 512  # F
    context: int = 512  # S
    rope_theta: float = 10000.0
    norm_eps: float = 1e-5


@dataclass(frozen=True)
class Plan:
    """One training run: what it starts from, how long, on which mixture.

    `steps` optimiser steps of `tokens` tokens each. The learning rate rises over `warmup` steps,
    stays, and falls linearly to zero over the last `decay` steps (WSD). Until these, rows are S / 2
    tokens long and dropout is on; then rows are S long and it is off ("early dropout", Liu et al.,
    2023): long rows cost more and few documents need them, and after few passes over the text the
    model lacks training more than restraint. Muon trains the matrices inside the layers, AdamW the
    embedding and the norms.
    """

    name: str
    steps: int
    parent: str | None = None
    mixture: dict[str, float] | None = None  # language -> share of tokens; None: by temperature
    tokens: int = 8192
    warmup: int = 60
    decay: int = 400
    matrix_rate: float = 6e-3
    vector_rate: float = 3e-3
    weight_decay: float = 0.1
    dropout: float = 0.1
    seed: int = SEED


def continuation(name: str, language: str) -> Plan:
    """A short run on one language from the finished base, at a lower rate that falls from the start."""
    return Plan(
        name,
        steps=200,
        parent="polyglot-base",
        mixture={language: 1.0},
        warmup=20,
        decay=200,
        matrix_rate=2.5e-3,
        vector_rate=1e-3,
    )


PLANS = {
    plan.name: plan
    for plan in (
        Plan("polyglot-base", steps=1400),
        continuation("polyglot-de", "de"),
        continuation("polyglot-hi", "hi"),
    )
}

TEMPERATURE = 0.6  # share of a language is proportional to (its tokens) ** TEMPERATURE
HELD_OUT_PERCENT = 5  # of the lines, by hash
NTREX_BLOCK = 10  # NTREX lines are held out in blocks of this many neighbours
NTREX_EVERY = 10  # one block of this many is held out, the same in every language

SHAPE = ModelShape()
