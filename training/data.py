"""Reads the natural sources and splits them into training and held-out text.

The split depends on the text alone, never on order or chance: a line is held out when the hash of
its letters falls in the lowest HELD_OUT_PERCENT, so the same sentence in two sources, or written
with other punctuation, always lands on the same side. NTREX is split by line number instead, in
blocks, the same blocks in every language: a held-out sentence is unseen in translation too.
"""

import argparse
import gzip
import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path

import settings


@dataclass(frozen=True)
class Passage:
    """Lines of one language that belong together, as training may show them in one document.

    `joined` is what stands between the lines: a space where they are running text, a newline where
    they are independent sentences. `ordered` passages keep their order, others are shuffled.
    """

    source: str
    lines: list[str]
    joined: str
    ordered: bool


def read_lines(path: Path) -> list[str]:
    """Lines of a text file, plain or gzipped, in NFC, with runs of white space made one space."""
    raw = gzip.open(path, "rb").read() if path.suffix == ".gz" else path.read_bytes()
    text = unicodedata.normalize("NFC", raw.decode("utf-8"))
    return [" ".join(line.split()) for line in text.split("\n")]


def is_held_out(line: str) -> bool:
    """Whether the hash of a line's letters and digits puts it into the held-out split."""
    letters = re.sub(r"\W", "", line.casefold())
    digest = hashlib.sha256(letters.encode("utf-8")).digest()
    return int.from_bytes(digest[:4], "big") % 100 < settings.HELD_OUT_PERCENT


def is_held_out_number(number: int) -> bool:
    """Whether NTREX line `number` (from 0) lies in a held-out block."""
    return (number // settings.NTREX_BLOCK) % settings.NTREX_EVERY == settings.NTREX_EVERY - 1


@dataclass(frozen=True)
class Story:
    """One children's story whose licence is CC BY, with the credit that licence asks for."""

    title: str
    pages: list[str]
    text: str
    translation: str


def read_stories(path: Path) -> list[Story]:
    """The stories of one language under CC BY; those under CC BY-NC in the same file are left out."""
    stories = []
    for block in re.split(r"^=== .*$", "\n".join(read_lines(path)), flags=re.M)[1:]:
        if not re.search(r"^\* License: \[CC-BY\]$", block, flags=re.M):
            continue
        credit = dict(re.findall(r"^\* (\w+): (.*)$", block, flags=re.M))
        title = re.search(r"^# (.*)$", block, flags=re.M)
        pages = [" ".join(p.split()) for p in re.split(r"^##.*$", block, flags=re.M)[1:]]
        pages = [p for p in pages if p and not p.startswith("* ")]
        stories.append(
            Story(title[1] if title else "", pages, credit.get("Text", ""), credit.get("Translation", ""))
        )
    return stories


def read_language(data: Path, language: str) -> tuple[list[Passage], dict[str, list[str]]]:
    """(training passages, held-out lines by source) of one language."""
    code = settings.LANGUAGES[language][0]
    train: list[Passage] = []
    held_out: dict[str, list[str]] = {"sentences": [], "tatoeba": [], "ntrex": []}

    others = [c for c, _ in settings.LANGUAGES.values() if c != "eng"]
    tatoeba = [f"{c}-eng.eng" for c in others] if language == "en" else [f"{code}-eng.{code}"]
    independent = {
        "sentences": [data / "sentences" / f"{language}.txt.gz"],
        "tatoeba": [data / "parallel" / "tatoeba" / name for name in tatoeba],
    }
    seen: set[str] = set()
    for source, paths in independent.items():
        kept = []
        for line in (line for path in paths for line in read_lines(path)):
            if not line or line in seen:
                continue
            seen.add(line)
            (held_out[source] if is_held_out(line) else kept).append(line)
        train.append(Passage(source, kept, "\n", ordered=False))

    news: list[str] = []
    for number, line in enumerate(read_lines(data / "parallel" / "ntrex" / f"{code}.txt.gz")):
        if is_held_out_number(number):
            if news:
                train.append(Passage("ntrex", news, " ", ordered=True))
                news = []
            if line:
                held_out["ntrex"].append(line)
        elif line:
            news.append(line)
    if news:
        train.append(Passage("ntrex", news, " ", ordered=True))

    stories = data / "stories" / f"{language}.md.gz"
    if stories.exists():
        for story in read_stories(stories):
            pages = [story.title, *(p for p in story.pages if not is_held_out(p))]
            train.append(Passage("stories", pages, "\n", ordered=True))
    return train, held_out


def read_pairs(data: Path) -> list[dict[str, str]]:
    """Sentences of the training split with their translations: language -> text, two or more each."""
    codes = {code: language for language, (code, _) in settings.LANGUAGES.items()}
    news = {language: read_lines(data / "parallel" / "ntrex" / f"{code}.txt.gz") for code, language in codes.items()}
    groups = [
        dict(zip(news, lines))
        for number, lines in enumerate(zip(*news.values()))
        if all(lines) and not is_held_out_number(number)
    ]
    for code, language in codes.items():
        if code == "eng":
            continue
        folder = data / "parallel" / "tatoeba"
        for one, other in zip(read_lines(folder / f"{code}-eng.{code}"), read_lines(folder / f"{code}-eng.eng")):
            if one and other and not is_held_out(one) and not is_held_out(other):
                groups.append({language: one, "en": other})
    return groups


def main() -> None:
    parser = argparse.ArgumentParser(description="Write work/split.json, work/pairs.json and work/credits.json.")
    parser.add_argument("--data", type=Path, default=settings.DEFAULT_DATA)
    data = parser.parse_args().data
    split, credits = {}, {}
    for language in settings.LANGUAGES:
        train, held_out = read_language(data, language)
        split[language] = {"train": [asdict(p) for p in train], "held_out": held_out}
        lines = {s: sum(len(p.lines) for p in train if p.source == s) for s in {p.source for p in train}}
        print(language, "train lines", lines, "held out", {k: len(v) for k, v in held_out.items()})
        stories = data / "stories" / f"{language}.md.gz"
        credits[language] = (
            [[s.title, s.text, s.translation] for s in read_stories(stories)] if stories.exists() else []
        )
    settings.WORK.mkdir(exist_ok=True)
    (settings.WORK / "split.json").write_text(json.dumps(split, ensure_ascii=False))
    (settings.WORK / "pairs.json").write_text(json.dumps(read_pairs(data), ensure_ascii=False))
    (settings.WORK / "credits.json").write_text(json.dumps(credits, ensure_ascii=False))


def load_split() -> tuple[dict[str, list[Passage]], dict[str, dict[str, list[str]]]]:
    """(training passages by language, held-out lines by language and source) from work/split.json."""
    split = json.loads((settings.WORK / "split.json").read_text())
    train = {lang: [Passage(**p) for p in part["train"]] for lang, part in split.items()}
    return train, {lang: part["held_out"] for lang, part in split.items()}


if __name__ == "__main__":
    main()
