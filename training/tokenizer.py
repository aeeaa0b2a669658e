"""Trains the byte-level BPE tokenizer that the checkpoints of this folder share, and writes the one of
`polyglot-en-bytes`, which has no merges.

Any text can be written and read back exactly: there is no normaliser and all 256 bytes are in the
vocabulary. Languages with less text are repeated so that merges are not all spent on the largest.
"""

import json

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors, trainers

import data
import settings

JOINERS = "\u200c\u200d"  # zero-width joiners, which stand inside Hindi words
LETTERS = rf"[\p{{L}}\p{{M}}{JOINERS}]"
PATTERN = "|".join(
    [
        rf"[ '’]?{LETTERS}+",  # a word with its combining marks, after a space or an apostrophe
        r" ?\p{N}",  # digits one by one
        rf" ?[^\s\p{{L}}\p{{M}}\p{{N}}{JOINERS}]+",  # punctuation and signs
        r"\s*[\r\n]",
        r"\s+(?!\S)",
        r"\s+",
    ]
)


def balanced(train: dict[str, list[data.Passage]]) -> list[str]:
    """Training lines; a language with n characters is repeated about sqrt(largest / n) times."""
    lines = {lang: [s for p in passages for s in p.lines] for lang, passages in train.items()}
    size = {lang: sum(map(len, text)) for lang, text in lines.items()}
    most = max(size.values())
    return [s for lang, text in lines.items() for s in text * round((most / size[lang]) ** 0.5)]


def untrained() -> Tokenizer:
    """A byte-level tokenizer without a vocabulary."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def trained(text: list[str], size: int) -> Tokenizer:
    """A tokenizer of `size` entries: END first, then the 256 bytes, then merges."""
    tokenizer = untrained()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=[settings.END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(text, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{settings.END} $A",
        pair=f"{settings.END} $A {settings.END} $B",
        special_tokens=[(settings.END, settings.END_ID)],
    )
    return tokenizer


def train_tokenizer(text: list[str]) -> Tokenizer:
    """A tokenizer of V entries, the last two of them the marks of the chat template."""
    tokenizer = trained(text, settings.SHAPE.vocabulary - 2)
    tokenizer.add_special_tokens([settings.TURN, settings.TURN_END])
    return tokenizer


def load_tokenizer(name: str = "tokenizer") -> Tokenizer:
    """A tokenizer that `main` wrote."""
    return Tokenizer.from_file(str(settings.WORK / f"{name}.json"))


def encode_lines(tokenizer: Tokenizer, lines: list[str]) -> list[list[int]]:
    """Token ids of each line, without the END that the tokenizer puts before a prompt."""
    return [e.ids for e in tokenizer.encode_batch(lines, add_special_tokens=False)]


def main() -> None:
    train, held_out = data.load_split()
    tokenizer = train_tokenizer(balanced(train))
    assert tokenizer.get_vocab_size() == settings.SHAPE.vocabulary
    assert tokenizer.token_to_id(settings.END) == settings.END_ID
    tokenizer.save(str(settings.WORK / "tokenizer.json"), pretty=False)
    trained([], settings.BYTES_SHAPE.vocabulary).save(str(settings.WORK / "bytes.json"), pretty=False)
    facts = {}
    for language, sources in held_out.items():
        lines = sources["sentences"]
        ids = encode_lines(tokenizer, lines)
        assert all(tokenizer.decode(i) == s for i, s in zip(ids, lines)), "the round trip is not exact"
        tokens = sum(map(len, ids))
        facts[language] = {
            "characters_per_token": round(sum(map(len, lines)) / tokens, 3),
            "bytes_per_token": round(sum(len(s.encode()) for s in lines) / tokens, 3),
        }
    (settings.WORK / "tokenizer_facts.json").write_text(json.dumps(facts, indent=2))
    print(json.dumps(facts, indent=2))


if __name__ == "__main__":
    main()
