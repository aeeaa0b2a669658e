"""Layer swapping (Bandarkar et al., 2024): an English arithmetic expert and an expert of another language.

The swap takes the lowest `bottom` and the highest `top` layers from the language expert, between them the
arithmetic expert's. Embedding (also the head) and final norm come from the side named by `ends`. The grid is searched on development problems of the
target language; the best point and every rival are then measured once on the test problems.
"""

import itertools

import lab
import settings
import streams
from lab import State

MATH = "polyglot-math"
TARGETS = {"de": "polyglot-de", "hi": "polyglot-hi", "tr": "polyglot-tr"}
BOTTOMS, TOPS, ENDS = (0, 1, 2, 3), (0, 1, 2), ("math", "language")
DEV, ANSWER_TOKENS = 60, 48


def swapped(expert: str, bottom: int, top: int, ends: str) -> State:
    def weights(key: str):
        if ".layers." not in key:
            return [(expert if ends == "language" else MATH, 1.0)]
        inner = bottom <= int(key.split(".")[2]) < settings.SHAPE.layers - top
        return [(MATH if inner else expert, 1.0)]

    return lab.combined(weights)


def problems(part: str) -> list[dict]:
    return list(streams.read_jsonl(settings.STORIES / f"problems-{part}.jsonl.gz"))


def solved(weights: State, items: list[dict], language: str) -> tuple[list[int], list[str]]:
    """1 for each problem whose last number of the answer is right, else 0; and what was written."""
    written = lab.greedy(lab.model_of(weights), [p["texts"][language]["prompt"] for p in items], ANSWER_TOKENS, "\n")
    return [int(last_number(w) == p["answer"]) for w, p in zip(written, items)], written


def read(written: list[str], items: list[dict]) -> list[int]:
    """1 for each answer that begins with what is to be reckoned, else 0."""
    said = lambda text: text.split(" =")[0].strip()
    return [int(said(w) == said(p["texts"]["en"]["worked"])) for w, p in zip(written, items)]


def last_number(text: str) -> int | None:
    numbers = "".join(c if c.isdigit() else " " for c in text).split()
    return int(numbers[-1]) if numbers else None


def run() -> dict:
    dev, test = problems("dev")[:DEV], problems("test")
    out: dict = {"problems": len(test), "languages": {}, "checkpoints": {}}
    for name in ("polyglot-base", MATH, *TARGETS.values()):
        out["checkpoints"][name] = {
            language: lab.share(solved(lab.state(name), test, language)[0]) for language in settings.LANGUAGES
        }
        print(name, {n: s["mean"] for n, s in out["checkpoints"][name].items()}, flush=True)
    for language, expert in TARGETS.items():
        grid = []
        for bottom, top, ends in itertools.product(BOTTOMS, TOPS, ENDS):
            right, _ = solved(swapped(expert, bottom, top, ends), dev, language)
            grid.append({"bottom": bottom, "top": top, "ends": ends, "dev": sum(right) / len(right)})
            print(language, grid[-1], flush=True)
        best = max(grid, key=lambda point: point["dev"])
        average = lab.combined(lambda key: [(MATH, 0.5), (expert, 0.5)])
        rivals = {"swap": swapped(expert, **{k: best[k] for k in ("bottom", "top", "ends")}),
                  "average": average, "math": lab.state(MATH), "expert": lab.state(expert)}
        right = {name: solved(weights, test, language) for name, weights in rivals.items()}
        out["languages"][language] = {
            "grid": grid, "best": best,
            "test": {name: lab.share(r) for name, (r, _) in right.items()},
            "read": {name: lab.share(read(w, test)) for name, (_, w) in right.items()},
            "swap_minus": {name: lab.share([a - b for a, b in zip(right["swap"][0], r)])
                           for name, (r, _) in right.items() if name != "swap"},
            "examples": [{"question": test[i]["texts"][language]["prompt"], "answer": test[i]["answer"],
                          **{name: w[i] for name, (_, w) in right.items()}} for i in range(3)],
        }
        print(language, best, out["languages"][language]["test"], flush=True)
    return out


def section(result: dict) -> str:
    parts = [
        f"Exact match of the last number on {result['problems']} held-out problems, the same in each language, with 95 % "
        "bootstrap intervals over problems. Only polyglot-math ever saw the result of a sum, in English alone. The others saw what is to be reckoned, "
        "without a result: the base all kinds of problems in English and few in the others, each language expert all kinds in its own.",
        lab.table(["", *settings.LANGUAGES],
                  [[n, *(lab.percent(part[k]) for k in settings.LANGUAGES)] for n, part in result["checkpoints"].items()]),
    ]
    rows = []
    for language, part in result["languages"].items():
        best, test = part["best"], part["test"]
        what = (f"bottom {best['bottom']}, top {best['top']}, "
                f"embedding from the {best['ends']} expert; dev {best['dev']:.0%}")
        gain = part["swap_minus"]["math"]
        low, high = gain["interval"]
        rows.append([language, lab.percent(test["math"]), lab.percent(test["expert"]), lab.percent(test["average"]),
                     lab.percent(test["swap"]), what, f"{gain['mean']:+.1%} ({low:+.1%} to {high:+.1%})"])
    parts.append(lab.table(["", "math", "language expert", "average", "swap", "chosen on development problems",
                            "swap - math, paired"], rows))
    parts += ["Share of these answers that begin with what is to be reckoned, right or wrong after it.",
              lab.table(["", "math", "language expert", "average", "swap"],
                        [[language, *(lab.percent(part["read"][n]) for n in ("math", "expert", "average", "swap"))]
                         for language, part in result["languages"].items()])]
    for language, part in result["languages"].items():
        cells = {(g["bottom"], g["top"]): g["dev"] for g in part["grid"] if g["ends"] == part["best"]["ends"]}
        parts += [f"Share of {DEV} development problems solved in {language}, embedding from the {part['best']['ends']} "
                  "expert; rows: bottom layers, columns: top layers of the language expert.",
                  lab.table(["", *map(str, TOPS)],
                            [[b, *(f"{cells[b, t]:.0%}" for t in TOPS)] for b in BOTTOMS])]
    return "\n\n".join(parts)
