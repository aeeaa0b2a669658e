"""Streams of training documents, and the packing of several streams into rows of tokens.

A stream is named `kind:language` or `kind`. A document is token ids [n] without END; ids with the bit
SILENT set are read by the model but not predicted: a question, or what the user says.
"""

import gzip
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

import data
import settings

SILENT = 1 << 15
Encode = Callable[[list[str]], list[list[int]]]


class Documents:
    """An endless, seeded stream: each pass over the text gives every piece of it once, in a new order."""

    tokens: int  # of one pass

    def __init__(self, seed: int):
        self.rng = np.random.default_rng(seed)
        self.queue: list[np.ndarray] = []

    def one_pass(self) -> list[np.ndarray]:
        raise NotImplementedError

    def next(self) -> np.ndarray:
        """Token ids [n] of the next document, without the end token."""
        if not self.queue:
            self.queue = self.one_pass()
            self.rng.shuffle(self.queue)
        return self.queue.pop()


class Natural(Documents):
    """Natural text: each pass cuts its passages anew into documents of 1 to 12 lines.

    60 % of the documents of independent sentences are one sentence alone. Each ends in a newline.
    """

    def __init__(self, passages: list[data.Passage], encode: Encode, seed: int):
        super().__init__(seed)
        self.passages = passages
        self.pieces = [self._encode(p, encode) for p in passages]  # (as first, as later line) of a document
        self.end_of_line = as_ids(encode(["\n"])[0])
        self.tokens = sum(len(line) + 1 for piece in self.pieces for _, line in piece)

    def _encode(self, passage: data.Passage, encode: Encode) -> list[tuple[np.ndarray, np.ndarray]]:
        first, later = (
            [as_ids(ids) for ids in encode([before + s for s in passage.lines])] for before in ("", passage.joined)
        )
        return list(zip(first, later))

    def _cut(self, piece: list[tuple[np.ndarray, np.ndarray]], ordered: bool) -> list[np.ndarray]:
        order = np.arange(len(piece)) if ordered else self.rng.permutation(len(piece))
        out, at = [], 0
        while at < len(piece):
            alone = not ordered and self.rng.random() < 0.6
            size = 1 if alone else int(self.rng.integers(2, 13))
            lines = [piece[i] for i in order[at : at + size]]
            out.append(np.concatenate([lines[0][0], *(later for _, later in lines[1:]), self.end_of_line]))
            at += size
        return out

    def one_pass(self) -> list[np.ndarray]:
        return [
            document
            for passage, piece in zip(self.passages, self.pieces)
            if piece
            for document in self._cut(piece, passage.ordered)
        ]


class Whole(Documents):
    """Documents that are given as they are, each a list of (text, whether it is predicted)."""

    def __init__(self, documents: list[list[tuple[str, bool]]], encode: Encode, seed: int):
        super().__init__(seed)
        texts = iter(encode([text for parts in documents for text, _ in parts]))
        self.documents = [
            np.concatenate([as_ids(next(texts)) | (0 if scored else SILENT) for _, scored in parts])
            for parts in documents
        ]
        self.tokens = sum(map(len, self.documents))

    def one_pass(self) -> list[np.ndarray]:
        return list(self.documents)


def as_ids(ids: list[int]) -> np.ndarray:
    return np.asarray(ids, dtype=np.uint16)


def read_jsonl(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def stories(language: str) -> list[list[tuple[str, bool]]]:
    """One document a story: its sentences as running text, then a newline."""
    return [
        [(" ".join(story["texts"][language]) + "\n", True)]
        for story in itertools.islice(read_jsonl(settings.STORIES / "stories.jsonl.gz"), settings.READ_STORIES)
    ]


def pairs(seed: int) -> list[list[tuple[str, bool]]]:
    """A sentence and, on the next line, its translation, for random ordered pairs of languages.

    Natural pairs of the training split, each in four directions, as many of the stories' sentences, and
    half as many of what word problems tell and ask.
    """
    rng = np.random.default_rng(seed)
    natural: list[dict[str, str]] = json.loads((settings.WORK / "pairs.json").read_text())
    written = [
        dict(zip(story["texts"], sentences))
        for story in itertools.islice(read_jsonl(settings.STORIES / "stories.jsonl.gz"), len(natural))
        for sentences in zip(*story["texts"].values())
    ]
    rng.shuffle(written)
    told = [row["texts"] for row in itertools.islice(read_jsonl(settings.STORIES / "facts.jsonl.gz"), 2 * len(natural))]
    documents = []
    for group in natural * 4 + written[: 4 * len(natural)] + told:
        one, other = rng.permutation(list(group))[:2]
        documents.append([(f"{group[one]}\n{group[other]}\n", True)])
    return documents


def exchanges(name: str) -> list[list[tuple[str, bool]]]:
    """Problems, questions and dialogues: parts of which the model learns only what answers."""
    return [record["parts"] for record in read_jsonl(settings.STORIES / f"{name}.jsonl.gz")]


def sums(answers: list[str]) -> list[list[tuple[str, bool]]]:
    """The last equation of the worked answers, each once, bare; the model learns what stands after "="."""
    equations = sorted({tuple(answer.strip(" .\n").split(" = ")[-2:]) for answer in answers})
    return [[(f" {asked} =", False), (f" {result}.\n", True)] for asked, result in equations]


def stream(name: str, passages: dict[str, list[data.Passage]], encode: Encode, seed: int) -> Documents:
    """The documents of the stream of this name; `passages` is the natural training text by language."""
    kind, _, language = name.partition(":")
    match kind:
        case "natural":
            return Natural(passages[language], encode, seed)
        case "stories":
            return Whole(stories(language), encode, seed)
        case "pairs":
            return Whole(pairs(seed), encode, seed)
        case "problems":
            return Whole(exchanges("problems-train"), encode, seed)
        case "sums":
            answers = [text for parts in exchanges("problems-train") for text, learnt in parts if learnt]
            return Whole(sums(answers), encode, seed)
        case "questions" | "readings" | "expressions" | "few":
            return Whole(exchanges(f"{kind}-{language}"), encode, seed)
        case "chat":
            return Whole(exchanges("chat-train"), encode, seed)
        case "asked":
            return Whole(exchanges("asked"), encode, seed)
    raise ValueError(f"no stream {name!r}")


class Rows:
    """Packs documents of several streams into rows of tokens, each document after END."""

    def __init__(self, documents: dict[str, Documents], shares: dict[str, float], seed: int):
        """`shares`: stream -> share of the tokens; the shares add up to 1."""
        self.rng = np.random.default_rng(seed)
        self.documents = documents
        self.names = list(shares)
        self.goal = np.array([shares[n] for n in self.names])
        self.drawn = np.zeros(len(self.names))  # tokens drawn of each stream
        self.rest = np.zeros(0, dtype=np.uint16)

    def next(self, rows: int, length: int) -> tuple[np.ndarray, np.ndarray]:
        """Token ids [rows, length + 1] and the targets [rows, length], -100 where nothing is predicted.

        The stream of each document is the one furthest behind its share, with a little chance so
        that neighbours vary.
        """
        need = rows * (length + 1)
        parts, size = [self.rest], len(self.rest)
        while size < need:
            behind = self.goal * (self.drawn.sum() + 1) - self.drawn
            pick = int(np.argmax(behind + self.rng.gumbel(0, 200, len(self.names))))
            ids = self.documents[self.names[pick]].next()
            self.drawn[pick] += len(ids)
            parts += [np.zeros(1, dtype=np.uint16) + settings.END_ID, ids]
            size += len(ids) + 1
        flat = np.concatenate(parts)
        self.rest = flat[need:]
        marked = flat[:need].reshape(rows, length + 1).astype(np.int64)
        ids = marked & ~SILENT
        return ids[:, :-1], np.where(marked & SILENT, -100, ids)[:, 1:]
