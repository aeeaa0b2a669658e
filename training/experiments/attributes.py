"""Directions for mood, tense and address: difference of means between stories with the one and the other tag.

A linear read-out on held-out stories says whether the direction is there (accuracy of the sign of the projection
at the midpoint); steering says whether it acts: first sentences of stories with the first value are continued
with the push, and a judge made of the generator's own tags (byte 5-grams of the training stories with the one
and the other value) names the value of what was written.
"""

import itertools

import directions
import lab
import measure
import settings
import streams
from ngram import LanguageJudge

PAIRS = {"mood": ("sad", "happy"), "tense": ("past", "future"), "address": ("familiar", "polite")}
STRENGTHS, PROMPTS, TOKENS, JUDGED = (0.0, 1.0, 2.0, 3.0), 40, 60, 3000


def texts(attribute: str, value: str, language: str, held_out: bool) -> list[str]:
    stories = [s for s in lab.held_out_stories() if s["attributes"][attribute] == value]
    cut = len(stories) * 2 // 3
    return [" ".join(s["texts"][language]) for s in (stories[cut:] if held_out else stories[:cut])]


def judge_of(attribute: str, language: str) -> LanguageJudge:
    """Tells the two values of an attribute apart."""
    stories = list(itertools.islice(streams.read_jsonl(settings.STORIES / "stories.jsonl.gz"), JUDGED))
    return LanguageJudge(
        {
            value: [" ".join(s["texts"][language][1:]) for s in stories if s["attributes"][attribute] == value]
            for value in PAIRS[attribute]
        },
        order=5,
    )


def measured(attribute: str, language: str, model, plain) -> dict:
    one, other = PAIRS[attribute]
    means = [directions.mean_residuals(model, texts(attribute, v, language, False)) for v in (one, other)]
    difference, middle = means[1] - means[0], (means[0] + means[1]) / 2
    hits = [[], []]
    for side, value in enumerate((one, other)):
        for text in texts(attribute, value, language, True):
            residual = directions.mean_residuals(model, [text])
            side_of = ((residual - middle) * difference).sum(dim=1) > 0
            hits[side].append((side_of == bool(side)).tolist())
    accuracy = [sum(r[l] for r in hits[0] + hits[1]) / len(hits[0] + hits[1]) for l in range(settings.SHAPE.layers)]
    layer = max(range(settings.SHAPE.layers), key=lambda l: accuracy[l])
    prompts = [s["texts"][language][0] for s in lab.held_out_stories() if s["attributes"][attribute] == one][-PROMPTS:]
    sample = texts(attribute, other, language, True)[:PROMPTS]
    judge, points = judge_of(attribute, language), []
    known = [(text, value) for value in PAIRS[attribute] for text in texts(attribute, value, language, True)]
    reliable = sum(judge.language(text) == value for text, value in known) / len(known)
    for strength in STRENGTHS:
        push = directions.pushing(layer, strength * difference[layer])
        written = lab.greedy(plain, prompts, TOKENS, push=push)
        points.append({"strength": strength, "other": sum(judge.language(w) == other for w in written) / len(written),
                       "example": written[0],
                       "bits_per_byte": measure.bits_per_byte(directions.Pushed(model, push), lab.tokenizer(), sample)})
    return {"accuracy": accuracy, "judge": reliable, "layer": layer, "points": points}


def run() -> dict:
    model, plain = directions.as_llama("polyglot-base"), lab.shipped("polyglot-base")
    out: dict = {}
    for attribute in PAIRS:
        out[attribute] = {}
        for language in settings.LANGUAGES:
            if attribute == "address" and language == "en":
                continue  # English has one "you"
            out[attribute][language] = measured(attribute, language, model, plain)
            print(attribute, language, out[attribute][language]["points"], flush=True)
    return out


def section(result: dict) -> str:
    parts = [
        f"Read-out: held-out stories on the right side of the midpoint, at the layer where most are. Steering: {PROMPTS} first sentences of stories with the first "
        f"value, {TOKENS} greedy tokens, the push after that layer; the value is named by a judge trained on the generator's tags "
        "(its accuracy on held-out stories is given). Shares of texts with the second value / price: bits per byte of held-out stories with the second value."
    ]
    rows = []
    for attribute, languages in result.items():
        for language, part in languages.items():
            none = part["points"][0]
            rows.append([f"{PAIRS[attribute][0]} to {PAIRS[attribute][1]}", language, part["layer"],
                         f"{max(part['accuracy']):.0%}", f"{part['judge']:.0%}",
                         *(f"{p['other']:.0%} / {p['bits_per_byte'] / none['bits_per_byte'] - 1:+.0%}" for p in part["points"])])
    parts.append(lab.table(["direction", "", "layer", "read-out", "judge", *(f"strength {s:g}" for s in STRENGTHS)], rows))
    return "\n\n".join(parts)
