"""A byte n-gram with Witten-Bell smoothing: the bar a checkpoint has to pass, and a language judge.

    p(b | c) = (n(c b) + t(c) p(b | c')) / (n(c) + t(c))

n counts in the training text, t(c) is the number of different bytes seen after c, c' is c without
its first byte, and below the empty context stands 1/256 (Witten and Bell, 1991; interpolated as in
Chen and Goodman, 1998, section 2.4).
"""

import numpy as np

MOST = 8  # bytes that fit into a 64-bit key


def stream(lines: list[str], order: int) -> tuple[np.ndarray, np.ndarray]:
    """(bytes [n], positions to predict): each line ends in a newline and starts after order - 1 more."""
    parts = [b"\n" * (order - 1) + s.encode("utf-8") + b"\n" for s in lines]
    data = np.frombuffer(b"".join(parts), dtype=np.uint8)
    predict = np.ones(len(data), dtype=bool)
    starts = np.cumsum([0, *map(len, parts)])[:-1]
    for k in range(order - 1):
        predict[starts + k] = False
    return data, np.flatnonzero(predict)


def keys(data: np.ndarray, positions: np.ndarray, size: int, shift: int) -> np.ndarray:
    """The `size` bytes that end `shift` before each position, as one integer each."""
    out = np.zeros(len(positions), dtype=np.uint64)
    for k in range(size):
        out = (out << np.uint64(8)) | data[positions - shift - size + 1 + k].astype(np.uint64)
    return out


def look_up(table: np.ndarray, values: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """`values` at the places where `wanted` stands in the sorted `table`, else 0."""
    at = np.minimum(np.searchsorted(table, wanted), len(table) - 1)
    return np.where(table[at] == wanted, values[at], 0)


class ByteNgram:
    """Counts of one text; `bits` measures another."""

    def __init__(self, lines: list[str], order: int = 5):
        assert 1 <= order <= MOST
        self.order = order
        self.grams, self.contexts = [], []  # for each size: (sorted keys, counts), and of contexts
        data, positions = stream(lines, order)
        for size in range(1, order + 1):
            grams, counts = np.unique(keys(data, positions, size, 0), return_counts=True)
            contexts, first = np.unique(grams >> np.uint64(8), return_index=True)
            totals = np.add.reduceat(counts, first)
            kinds = np.diff(np.append(first, len(grams)))
            self.grams.append((grams, counts))
            self.contexts.append((contexts, totals, kinds))

    def bits(self, lines: list[str]) -> np.ndarray:
        """Bits [n] of each byte of the lines and the newline after each."""
        data, positions = stream(lines, self.order)
        p = np.full(len(positions), 1 / 256)
        for size in range(1, self.order + 1):
            grams, counts = self.grams[size - 1]
            contexts, totals, kinds = self.contexts[size - 1]
            gram = keys(data, positions, size, 0)
            context = gram >> np.uint64(8)
            n, t = look_up(contexts, totals, context), look_up(contexts, kinds, context)
            known = n > 0
            share = (look_up(grams, counts, gram) + t * p) / np.where(known, n + t, 1)
            p = np.where(known, share, p)
        return -np.log2(p)

    def bits_per_byte(self, lines: list[str]) -> float:
        return float(self.bits(lines).mean())


class LanguageJudge:
    """Names the language of a text: the one whose n-gram needs the fewest bits for it."""

    def __init__(self, text: dict[str, list[str]], order: int = 4):
        self.models = {language: ByteNgram(lines, order) for language, lines in text.items()}

    def language(self, text: str) -> str:
        """Language code; newlines are read as spaces, so that a text is judged as a whole."""
        line = " ".join(text.split())
        return min(self.models, key=lambda n: self.models[n].bits([line]).sum())
