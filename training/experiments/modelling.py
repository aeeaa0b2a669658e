"""Bits per byte of every checkpoint by language and domain, beside byte n-grams trained on the same text."""

import lab
import measure
import settings
import streams
import tokenizer as tok
from model import Llama
from ngram import ByteNgram

ORDERS = (5, 7)  # of the n-grams; 5 is the bar
EVERY = 3  # held-out sentence read aloud is taken
STORIES = 100  # held-out stories
TRAINING_STORIES = 3000  # that the n-gram of stories is trained on: about what the base saw
DOMAINS = {"sentences": "sentences read aloud (Common Voice)", "ntrex": "news (NTREX)", "stories": "held-out stories"}


def held_out(language: str) -> dict[str, list[str]]:
    sources = lab.natural()[1][language]
    stories = [" ".join(s["texts"][language]) for s in lab.held_out_stories()[:STORIES]]
    return {"sentences": sources["sentences"][::EVERY], "ntrex": sources["ntrex"], "stories": stories}


def bits(name: str) -> dict:
    plan = settings.PLANS[name]
    model = Llama(plan.shape).eval()
    model.load_state_dict(lab.state(name))
    tokenizer = tok.load_tokenizer(plan.tokenizer)
    languages = settings.LANGUAGES if plan.tokenizer == "tokenizer" else ["en"]
    return {
        language: {
            domain: measure.bits_per_byte(model, tokenizer, lines, length=plan.shape.context)
            for domain, lines in held_out(language).items()
        }
        for language in languages
    }


def ngrams(language: str) -> dict:
    written = list(streams.read_jsonl(settings.STORIES / "stories.jsonl.gz"))[:TRAINING_STORIES]
    training = {
        "natural": lab.natural()[0][language],
        "stories": [" ".join(s["texts"][language]) for s in written],
    }
    out: dict[str, dict[str, float]] = {}
    for order in ORDERS:
        models = {kind: ByteNgram(lines, order) for kind, lines in training.items()}
        out[str(order)] = {
            domain: models["stories" if domain == "stories" else "natural"].bits_per_byte(lines)
            for domain, lines in held_out(language).items()
        }
    return out


def run() -> dict:
    return {
        "checkpoints": {name: bits(name) for name in settings.SHIPPED},
        "ngrams": {language: ngrams(language) for language in settings.LANGUAGES},
        "held_out": {
            language: {d: {"lines": len(v), "bytes": measure.total_bytes(v)} for d, v in held_out(language).items()}
            for language in settings.LANGUAGES
        },
    }


def rows(result: dict, domain: str) -> list[list]:
    checkpoints = [
        [name, *(part[n][domain] if n in part else "" for n in settings.LANGUAGES)]
        for name, part in result["checkpoints"].items()
    ]
    grams = [
        [f"byte {order}-gram, Witten-Bell", *(result["ngrams"][n][str(order)][domain] for n in settings.LANGUAGES)]
        for order in ORDERS
    ]
    return checkpoints + grams


def section(result: dict) -> str:
    parts = ["Bits per byte, lower is better. Each line alone after `<|endoftext|>`, with its newline. The n-grams saw "
             "the same training text (of the stories, the first 3,000: about as many as the base)."]
    for domain, title in DOMAINS.items():
        parts += [f"### {title[0].upper()}{title[1:]}", lab.table(["", *settings.LANGUAGES], rows(result, domain))]
        base = result["checkpoints"]["polyglot-base"]
        margin = {n: result["ngrams"][n]["5"][domain] - base[n][domain] for n in settings.LANGUAGES}
        worse = [n for n, v in margin.items() if v <= 0]
        parts.append(
            f"polyglot-base against the 5-gram: {'better in every language' if not worse else 'NOT better in ' + ', '.join(worse)} ("
            + ", ".join(f"{n} {v:+.2f}" for n, v in margin.items()) + " bits a byte)."
        )
    return "\n\n".join(parts)
