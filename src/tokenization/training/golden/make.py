"""Trains with Python's `tokenizers` what the lab's trainers are tested against, and encodes texts with the lab's own files.

    pip install tokenizers && python src/tokenization/training/golden/make.py

Trains on src/data/parallel.json. The files of the lab's trainers are ours.golden.json, which the test writes with UPDATE_GOLDEN=1:
do that first when a trainer changes. Writes merges.golden.json and ids.golden.json.
"""

import json
import random
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

HERE = Path(__file__).parent
PATTERN = r"[ '’]?[\p{L}\p{M}\u200c\u200d]+| ?\p{N}| ?[^\s\p{L}\p{M}\p{N}\u200c\u200d]+|\s*[\r\n]|\s+(?!\S)|\s+"
END = "<|endoftext|>"

TEXTS = [
    "The children wait for the bus.",
    " two  spaces, don't  trim ",
    "Die Großmutter hört Musik, weil's schön ist.",
    "बच्चे बगीचे में खेल रहे हैं।",
    "Çocuklar bahçede oynuyor.",
    "孩子们在花园里玩。",
    "الأطفال يلعبون في الحديقة.",
    "Дети играют в саду.",
    "line one\nline two 1999",
    "<|endoftext|>family 👨‍👩‍👧‍👦 emoji",
    "",
]


def byte_level(corpus: str) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=1400, special_tokens=[END], initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator([corpus], trainer)
    return tokenizer


def character(corpus: str) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    special = [END, "<unk>", *(f"<0x{byte:02X}>" for byte in range(256))]
    trainer = trainers.BpeTrainer(vocab_size=1400, special_tokens=special, show_progress=False)
    tokenizer.train_from_iterator(corpus.splitlines(keepends=True), trainer)
    return tokenizer


def learnt(tokenizer: Tokenizer) -> dict:
    model = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    return {"tokens": tokens, "merges": model["merges"]}


def main() -> None:
    sentences = json.loads((HERE.parents[2] / "data" / "parallel.json").read_text())
    corpus = "\n".join(line for lines in sentences.values() for line in lines)
    # Two letters at random: merges that tie, overlap, and make one token in two ways.
    draw = random.Random(7)
    letters = "\n".join("".join(draw.choice("ab") for _ in range(draw.randint(1, 12))) for _ in range(200))
    merges = {
        "letters": letters,
        "byte-level-bpe": {"corpus": learnt(byte_level(corpus)), "letters": learnt(byte_level(letters))},
        "character-bpe": {"corpus": learnt(character(corpus)), "letters": learnt(character(letters))},
    }
    (HERE / "merges.golden.json").write_text(json.dumps(merges, ensure_ascii=False))
    ours = HERE / "ours.golden.json"
    if ours.exists():
        files = json.loads(ours.read_text())
        ids = {}
        for name, file in files.items():
            tokenizer = Tokenizer.from_str(json.dumps(file))
            ids[name] = [tokenizer.encode(text, add_special_tokens=False).ids for text in TEXTS]
        (HERE / "ids.golden.json").write_text(json.dumps({"texts": TEXTS, "ids": ids}, ensure_ascii=False))


if __name__ == "__main__":
    main()
