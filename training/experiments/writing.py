"""What the checkpoints write: in which language, with how many faults by the generator's own rules, how varied."""

import lab
import settings

PROMPTS, TOKENS = 40, 60


def run() -> dict:
    out: dict = {"prompts": PROMPTS, "judge": {}, "checkpoints": {}}
    held_out = lab.natural()[1]
    for language in settings.LANGUAGES:
        lines = held_out[language]["sentences"][::5]
        out["judge"][language] = sum(lab.judge().language(s) == language for s in lines) / len(lines)
    for name in settings.SHIPPED:
        if settings.PLANS[name].tokenizer != "tokenizer":
            continue
        model, part = lab.shipped(name), {}
        for language in settings.LANGUAGES:
            prompts = lab.story_prompts(language, PROMPTS)
            written = lab.greedy(model, prompts, TOKENS, "\n")
            checks = lab.check_texts([{"language": language, "text": w} for w in written])
            said = [w for w in written if w.strip()]
            words = sum(c["words"] for c in checks)
            sentences = sum(c["sentences"] for c in checks)
            part[language] = {
                "in_language": sum(lab.judge().language(w) == language for w in said) / max(1, len(said)),
                "ended_at_once": 1 - len(said) / PROMPTS,
                "words": words,
                "faults_per_100_words": 100 * sum(len(c["faults"]) for c in checks) / max(1, words),
                "unknown_words": sum(c["unknown"] for c in checks) / max(1, words),
                "sentences_without_fault": 1 - sum(c["faulty"] for c in checks) / max(1, sentences),
                "sentences": sentences,
                "distinct_2": distinct(written),
                "example": [prompts[0], written[0]],
            }
        out["checkpoints"][name] = part
        print(name, {n: (p["in_language"], p["sentences_without_fault"]) for n, p in part.items()}, flush=True)
    return out


def distinct(texts: list[str]) -> float:
    """Different word pairs among all word pairs."""
    pairs = [pair for t in texts for pair in zip(t.split(), t.split()[1:])]
    return len(set(pairs)) / max(1, len(pairs))


def section(result: dict) -> str:
    judged = ", ".join(f"{n} {a:.1%}" for n, a in result["judge"].items())
    parts = [
        f"The first sentences of {result['prompts']} held-out stories a language, continued greedily to the end of the story or "
        f"{TOKENS} tokens. Language by byte 4-grams (right on held-out sentences: {judged}). Faults by the generator's own checkers."
    ]
    for title, key, form in (
        ("In the prompt's language, of those that go on", "in_language", "{:.0%}"),
        ("End with the prompt", "ended_at_once", "{:.0%}"),
        ("Sentences without an agreement fault", "sentences_without_fault", "{:.1%}"),
        ("Agreement faults per 100 words", "faults_per_100_words", "{:.2f}"),
        ("Words unknown to the lexicon", "unknown_words", "{:.1%}"),
        ("Distinct-2", "distinct_2", "{:.2f}"),
    ):
        rows = [[n, *(form.format(part[k][key]) for k in settings.LANGUAGES)] for n, part in result["checkpoints"].items()]
        parts += [f"### {title}", lab.table(["", *settings.LANGUAGES], rows)]
    base = result["checkpoints"]["polyglot-base"]
    parts.append(lab.table(["", "prompt", "polyglot-base goes on"],
                           [[n, *map(lab.quoted, base[n]["example"])] for n in settings.LANGUAGES]))
    return "\n\n".join(parts)
