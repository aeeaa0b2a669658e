"""Every number the training uses, in one place. Nothing here reads a file.

Shapes in this folder: B rows, S positions, H width, A query heads, K key heads, D head size,
F feed-forward width, V vocabulary, L layers.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
WORK = FOLDER / "work"
STORIES = WORK / "stories"  # what scripts/stories.mjs writes
MODELS = FOLDER.parent / "public" / "models"
DEFAULT_DATA = FOLDER.parent / ".." / "shared" / "data"

SEED = 20251
END = "<|endoftext|>"
END_ID = 0
TURN, TURN_END = "<|im_start|>", "<|im_end|>"  # of the chat template

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


SHAPE = ModelShape()
# 2.9 M parameters, so that the whole family stays under 90 MB; a byte is a short step, so the context is longer.
BYTES_SHAPE = ModelShape(
    vocabulary=257, width=192, layers=7, heads=6, key_heads=3, feed_forward=512, context=1024
)


@dataclass(frozen=True)
class Plan:
    """One training run: what it starts from, how long, on which mixture.

    `mixture` gives the share of tokens of each stream of `streams.py`. `steps` optimiser steps of
    `tokens` tokens each. The learning rate rises over `warmup` steps, stays, and falls linearly to
    zero over the last `decay` steps (WSD). Until these, rows are S / 2 tokens long and dropout is
    on; then rows are S long and it is off ("early dropout", Liu et al., 2023): long rows cost more
    and few documents need them, and after few passes over the text the model lacks training more
    than restraint. Muon trains the matrices inside the layers, AdamW the embedding and the norms.
    """

    name: str
    steps: int
    mixture: dict[str, float]
    parent: str | None = None
    shape: ModelShape = SHAPE
    tokenizer: str = "tokenizer"
    tokens: int = 8192
    warmup: int = 60
    decay: int = 400
    matrix_rate: float = 6e-3
    vector_rate: float = 3e-3
    weight_decay: float = 0.1
    dropout: float = 0.1
    seed: int = SEED
    # Layers from the first up to but not with the second: nothing but these learns, or all but these does.
    learns: tuple[int, int] | None = None
    holds: tuple[int, int] | None = None
    jitter: float = 0.0  # random change of what does not learn, of its root mean square


def each(kind: str, share: float) -> dict[str, float]:
    """The same share of one kind of stream for every language."""
    return {f"{kind}:{language}": share / len(LANGUAGES) for language in LANGUAGES}


# Natural text by (tokens of the language) ** 0.6, which leaves the smaller languages in sight.
NATURAL = {"natural:en": 0.26, "natural:de": 0.22, "natural:es": 0.15, "natural:hi": 0.23, "natural:tr": 0.14}

# Of the base, nearer to equal shares: Turkish has the least text and forgot most when stories came in.
LEVEL = {"natural:en": 0.2, "natural:de": 0.2, "natural:es": 0.16, "natural:hi": 0.2, "natural:tr": 0.24}


# Of the other languages, what word problems ask to reckon, by four templates of sixteen.
FEW = {f"few:{language}": 0.06 for language in LANGUAGES if language != "en"}

# The layers in which English sums are learnt and which the language experts leave as they are.
MIDDLE = (2, 7)


def continuation(name: str, steps: int, mixture: dict[str, float], **others) -> Plan:
    """A short run from a finished model, at a lower rate that falls from the start."""
    usual = {"parent": "polyglot-base", "matrix_rate": 1.5e-3, "vector_rate": 5e-4}
    return Plan(name, steps, mixture, tokens=2048, warmup=20, decay=steps, dropout=0.0, **{**usual, **others})


def language_expert(language: str) -> Plan:
    return continuation(
        f"polyglot-{language}",
        240,
        {
            f"stories:{language}": 0.12,
            f"natural:{language}": 0.23,
            f"questions:{language}": 0.1,
            f"expressions:{language}": 0.55,
        },
        holds=MIDDLE,
    )


PLANS = {
    plan.name: plan
    for plan in (
        # What the base starts from, one after the other; not shipped.
        Plan("polyglot-natural", 1400, NATURAL),
        Plan(
            "polyglot-stories",
            420,
            {**each("stories", 0.25), **each("readings", 0.08), **{k: 0.42 * v for k, v in LEVEL.items()}, "pairs": 0.25},
            parent="polyglot-natural",
            tokens=4096,
            decay=320,
            matrix_rate=3e-3,
            vector_rate=1.5e-3,
        ),
        # Learns to read what is to be reckoned: all kinds of problems in English, few in the others.
        continuation(
            "polyglot-base",
            900,
            {
                "expressions:en": 0.28,
                **FEW,
                **{k: 0.26 * v for k, v in LEVEL.items()},
                **each("stories", 0.1),
                "pairs": 0.12,
            },
            parent="polyglot-stories",
            matrix_rate=4e-3,
            vector_rate=1e-3,
        ),
        # What the base read of the other languages is read again, else they grow strange to the layers that learn.
        continuation(
            "polyglot-math",
            1800,
            {"problems": 0.45, "sums": 0.22, **FEW, "pairs": 0.09},
            matrix_rate=1.25e-3,
            learns=MIDDLE,
            jitter=0.06,
        ),
        language_expert("de"),
        language_expert("hi"),
        language_expert("tr"),
        # Asked to translate what users ask, it may come to know what the other languages ask.
        continuation(
            "polyglot-chat",
            1000,
            {"chat": 0.75, "asked": 0.15, "stories:en": 0.05, "stories:es": 0.05},
            matrix_rate=2.5e-3,
            vector_rate=1e-3,
        ),
        Plan(
            "polyglot-en-bytes",
            320,
            {"stories:en": 0.5, "natural:en": 0.5},
            shape=BYTES_SHAPE,
            tokenizer="bytes",
            tokens=4096,
            decay=160,
        ),
    )
}
STAGES = ("polyglot-natural", "polyglot-stories")
SHIPPED = [name for name in PLANS if name not in STAGES]

READ_STORIES = 10_000  # of the training stories; no plan reads more of one language

HELD_OUT_PERCENT = 5  # of the lines, by hash
NTREX_BLOCK = 10  # NTREX lines are held out in blocks of this many neighbours
NTREX_EVERY = 10  # one block of this many is held out, the same in every language
