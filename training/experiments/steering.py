"""Language steering (Mahmoud et al., 2025): mean(target) - mean(English) of parallel text, added after one layer.

Success and price are measured for every layer and strength: the share of English prompts that go on in the
target language, the share of their sentences without a fault by the generator's own rules, and what the same
push costs in bits per byte on text of the target language, which needs no push.
"""

import directions
import lab
import measure
import settings

LAYERS, STRENGTHS = range(settings.SHAPE.layers), (0.0, 0.5, 1.0, 1.5, 2.0)
PROMPTS, TOKENS, CLASS_TEXTS, PRICE_TEXTS = 40, 32, 300, 25
ALLOWED = 0.2  # of the bits per byte: the price the choice may pay


def one(target: str, means: dict, model, plain, layer: int, strength: float) -> dict:
    vector = strength * (means[target][layer] - means["en"][layer])
    push = directions.pushing(layer, vector)
    written = lab.greedy(plain, lab.story_prompts("en", PROMPTS), TOKENS, push=push)
    hits = [lab.judge().language(w) == target for w in written]
    stories = [" ".join(s["texts"][target]) for s in lab.held_out_stories()[-PRICE_TEXTS:]]
    bits = measure.bits_per_byte(directions.Pushed(model, push), lab.tokenizer(), stories)
    return {"layer": layer, "strength": strength, "in_target": sum(hits) / PROMPTS, "bits_per_byte": bits,
            "hits": hits, "written": written}


def judged(points: list[dict], target: str) -> list[dict]:
    """The points with the share of fluent continuations and one of these instead of all."""
    found = iter(lab.check_texts([{"language": target, "text": whole(w)} for p in points for w in p["written"]]))
    out = []
    for point in points:
        faults = [next(found) for _ in point["written"]]
        fluent = [
            hit and f["words"] > 0 and not f["faults"] and f["unknown"] <= 0.1 * f["words"]
            for hit, f in zip(point["hits"], faults)
        ]
        rest = {k: v for k, v in point.items() if k not in ("hits", "written")}
        out.append({**rest, "fluent": sum(fluent) / PROMPTS, "example": point["written"][0]})
    return out


def whole(text: str) -> str:
    """The continuation up to its last full stop, so that a cut sentence is not counted as a fault."""
    ends = [i for i, c in enumerate(text) if c in ".!?।"]
    return text[: ends[-1] + 1] if ends else text


def run() -> dict:
    model, plain = directions.as_llama("polyglot-base"), lab.shipped("polyglot-base")
    stories = lab.held_out_stories()[PROMPTS : PROMPTS + CLASS_TEXTS]
    means = {n: directions.mean_residuals(model, [" ".join(s["texts"][n]) for s in stories]) for n in settings.LANGUAGES}
    out: dict = {"prompts": PROMPTS, "targets": {}}
    for target in settings.LANGUAGES:
        if target == "en":
            continue
        settings_of = [(0, 0.0), *((layer, s) for layer in LAYERS for s in STRENGTHS if s)]
        unpushed, *points = judged([one(target, means, model, plain, l, s) for l, s in settings_of], target)
        cheap = [p for p in points if p["bits_per_byte"] <= (1 + ALLOWED) * unpushed["bits_per_byte"]]
        best = max(cheap or points, key=lambda p: (p["in_target"], p["fluent"]))
        out["targets"][target] = {
            "class_distance": (means[target] - means["en"]).norm(dim=1).tolist(),
            "unpushed": unpushed, "points": points, "best": best, "within_price": bool(cheap),
        }
        print(target, best, flush=True)
    return out


def section(result: dict) -> str:
    parts = [
        f"mean(target) - mean(English) over {CLASS_TEXTS} parallel held-out stories, added to the residual of polyglot-base after "
        "one layer (from 0) at every position; strength 1 is the distance between the two means. "
        f"{result['prompts']} English first sentences, {TOKENS} greedy tokens. Fluent: in the target language, no fault by the "
        "generator's checker up to the last full stop, at most one word in ten unknown to the lexicon. Price: bits per byte of "
        "held-out stories in the target language under the same push, against none. The best point is chosen among those that "
        f"cost at most {ALLOWED:.0%}."
    ]
    rows = []
    for target, part in result["targets"].items():
        best, none = part["best"], part["unpushed"]["bits_per_byte"]
        rows.append([target, best["layer"], best["strength"], f"{best['in_target']:.0%}", f"{best['fluent']:.0%}",
                     f"{best['bits_per_byte'] / none - 1:+.0%}", lab.quoted(best["example"])])
    parts.append(lab.table(["target", "layer", "strength", "in target", "fluent", "price", "example"], rows))
    for target, part in result["targets"].items():
        cell = {(p["layer"], p["strength"]): p for p in part["points"]}
        none = part["unpushed"]["bits_per_byte"]
        strengths = [s for s in STRENGTHS if s]
        parts += [f"English to {settings.LANGUAGES[target][1]}: share in the target language / price.",
                  lab.table(["layer", *map(str, strengths)], [
                      [l, *(f"{cell[l, s]['in_target']:.0%} / {cell[l, s]['bits_per_byte'] / none - 1:+.0%}" for s in strengths)]
                      for l in LAYERS])]
    return "\n\n".join(parts)
