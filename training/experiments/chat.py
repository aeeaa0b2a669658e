"""The chat vector (Huang et al., 2024): polyglot-de + strength x (polyglot-chat - polyglot-base), asked in German.

The instructions can be checked by a program; polyglot-chat was taught to follow them in English and Spanish only;
those of the other languages it saw as text to translate.
"""

import lab
import settings
import streams

STRENGTHS, TOKENS = (0.5, 0.75, 1.0, 1.25), 120
ASKED = ("en", "es", "de")


def vector(strength: float) -> lab.State:
    return lab.combined(
        lambda key: [("polyglot-de", 1.0), ("polyglot-chat", strength), ("polyglot-base", -strength)]
    )


def passed(weights: lab.State, rows: list[dict]) -> tuple[list[int], list[str]]:
    written = lab.greedy(lab.model_of(weights), [r["prompt"] for r in rows], TOKENS, settings.TURN_END)
    checks = lab.check_texts([{"instruction": r["instruction"], "text": w} for r, w in zip(rows, written)])
    return [int(c["passed"]) for c in checks], written


def run() -> dict:
    rows = list(streams.read_jsonl(settings.STORIES / "chat-test.jsonl.gz"))
    asked = {n: [r for r in rows if r["language"] == n] for n in ASKED}
    variants = {name: lab.state(name) for name in ("polyglot-base", "polyglot-de", "polyglot-chat")}
    variants |= {f"polyglot-de + {s:g} x (chat - base)": vector(s) for s in STRENGTHS}
    out: dict = {"variants": {}, "examples": []}
    for name, weights in variants.items():
        part = {}
        for language in ASKED:
            right, written = passed(weights, asked[language])
            kinds = sorted({r["instruction"]["kind"] for r in asked[language]})
            part[language] = lab.share(right) | {
                "kinds": {k: [sum(ok for ok, r in zip(right, asked[language]) if r["instruction"]["kind"] == k),
                              sum(r["instruction"]["kind"] == k for r in asked[language])] for k in kinds},
                "example": [asked[language][0]["prompt"], written[0]],
                "in_language": sum(lab.judge().language(w) == language for w in written if w.strip()) / len(written),
            }
        out["variants"][name] = part
        print(name, {n: p["mean"] for n, p in part.items()}, flush=True)
    return out


def section(result: dict) -> str:
    rows = [[name, *(lab.percent(part[n]) for n in ASKED), f"{part['de']['in_language']:.0%}"]
            for name, part in result["variants"].items()]
    examples = [[name, lab.quoted(part["de"]["example"][1])] for name, part in result["variants"].items()]
    first = next(iter(result["variants"].values()))["de"]["example"][0]
    return "\n\n".join([
        "Held-out instructions, checked by program, with 95 % bootstrap intervals; the last column is the share of "
        "answers to German instructions that are in German.",
        lab.table(["", *(f"asked in {n}" for n in ASKED), "answers in German"], rows),
        f"Answers to: {lab.quoted(first)}",
        lab.table(["", "answer"], examples),
    ])
