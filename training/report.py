"""Writes RESULTS.md and the model cards from results/*.json. No number here is typed by hand."""

import importlib
import json

import lab
import settings
from evaluate import EXPERIMENTS
from experiments import modelling
from lab import table

LANGUAGES = settings.LANGUAGES
TITLES = {
    "modelling": "Bits per byte",
    "writing": "What they write",
    "swap": "Layer swapping",
    "steering": "Language steering",
    "attributes": "Mood, tense and address",
    "chat": "Chat vector",
}
GENERATED = "| little stories in five languages, problems, questions, dialogues | this project's generator ([training/stories](../../../training/stories)) | Apache-2.0 |"
SOURCES = f"""\
| text | from | licence |
|---|---|---|
{GENERATED}
| sentences for reading aloud | Mozilla Common Voice contributors | CC0 1.0 |
| children's stories in German, Spanish, Hindi, Turkish | Global African Storybook Project; authors and translators in [ATTRIBUTION.md](ATTRIBUTION.md) | CC BY (stories under CC BY-NC are left out) |
| news sentences, NTREX-128 | Microsoft (Federmann, Kocmi and Xin, 2022) | CC BY-SA 4.0 |
| everyday sentences | Tatoeba contributors, as selected for LASER | CC BY 2.0 FR |"""

# What each is for, and what it is bad at beyond what all are.
CHARACTER = {
    "polyglot-base": ("Little stories and natural sentences in five languages, with some translation pairs, and word problems of which it writes what is to be reckoned; no result of any sum, no dialogue.",
                      "It follows no instruction and cannot calculate: after \"=\" it never saw anything."),
    "polyglot-math": ("The base continued on English arithmetic word problems with a worked line and an answer.",
                      "It does sums in the form it was taught and loses some of the other languages; numbers above 20 are strange to it."),
    "polyglot-de": ("The base continued on German: stories, natural text, questions and answers, what word problems ask to reckon; no result of any sum.", "It has lost much of the other languages."),
    "polyglot-hi": ("The base continued on Hindi: stories, natural text, questions and answers, what word problems ask to reckon; no result of any sum.", "It has lost much of the other languages."),
    "polyglot-tr": ("The base continued on Turkish: stories, natural text, questions and answers, what word problems ask to reckon; no result of any sum.", "It has lost much of the other languages."),
    "polyglot-chat": ("The base continued on short English and Spanish dialogues whose instructions a program can check; instructions in the other languages occur as text to translate.",
                      "It knows a dozen kinds of instruction, passes about a quarter of held-out ones, and answers anything else as if it were one of them. Of other text it forgot much: see its bits per byte."),
    "polyglot-en-bytes": ("An English-only model that reads and writes bytes, trained from random weights.",
                          "It knows no other language, sees 1,024 bytes at most, and shares neither vocabulary nor shape with the others."),
}


def million(run: dict) -> str:
    return f"{sum(run['tokens'].values()) / 1e6:.1f} M"


def read(name: str) -> dict:
    return json.loads(lab.results_path(name).read_text())


def runs_table(runs: dict) -> str:
    rows = [
        [name, run["plan"]["parent"] or "random weights", run["step"], million(run),
         ", ".join(f"{n} {p:g}" for n, p in run["passes"].items()), f"{run['seconds'] / 60:.0f} min", run["plan"]["seed"]]
        for name, run in runs.items()
    ]
    return table(["checkpoint", "starts from", "steps", "tokens", "passes over each stream", "time, 2 busy cores", "seed"], rows)


def curve_table(run: dict) -> str:
    languages = list(run["curve"][0]["bits_per_byte"])
    return table(["step", *languages], [[e["step"], *e["bits_per_byte"].values()] for e in run["curve"]])


def results_page(runs: dict) -> str:
    parts = [
        "# Results",
        "Written by `report.py` from `results/*.json`, which `evaluate.py` measured on the exported F16 weights. Nothing here was chosen after "
        "looking at test items.",
        "## Training", runs_table(runs),
    ]
    for name in EXPERIMENTS:
        if lab.results_path(name).exists():
            parts += [f"## {TITLES[name]}", importlib.import_module(f"experiments.{name}").section(read(name))]
    parts += ["## Held-out bits per byte during training", "Sentences read aloud, about 200 a language."]
    for name, run in runs.items():
        parts += [f"### {name}", curve_table(run)]
    facts = json.loads((settings.WORK / "tokenizer_facts.json").read_text())
    parts += [
        "## Limits of these numbers",
        "- Bits are those of the tokenizer's own segmentation, an upper bound on the bits of the text.\n"
        "- Held-out natural sentences come from the same sources as the training text; near-duplicates that differ in a word may stand on both sides, "
        "for the models and the n-grams alike. Held-out stories come from the same schemas and lexicon as the training stories: they measure the "
        "generator's language, not stories in general.\n"
        "- One seed, one run: differences of a few thousandths of a bit mean nothing.\n"
        "- The checkers know the generator's language; a word they do not know is counted apart, never as a fault.",
        "## Tokenizer, held-out sentences",
        table(["", *LANGUAGES], [[key.replace("_", " "), *(facts[n][key] for n in LANGUAGES)] for key in facts["en"]]),
    ]
    return "\n\n".join(parts) + "\n"


def card(name: str, run: dict) -> str:
    plan, s = run["plan"], settings.PLANS[name].shape
    does, bad = CHARACTER[name]
    languages = list(LANGUAGES) if settings.PLANS[name].tokenizer == "tokenizer" else ["en"]
    parent = plan["parent"]
    start = (f"It continues {parent} from exactly its weights, with the same config and tokenizer." if parent
             else "It was trained from random weights.")
    steady = run["step"] - plan["decay"]
    dropout = f"dropout {plan['dropout']} for the first {steady} steps" if steady > 0 and plan["dropout"] else "no dropout"
    result = read("modelling")
    rows = [row for domain in modelling.DOMAINS for row in [[modelling.DOMAINS[domain], *(
        result["checkpoints"][name][n][domain] for n in languages)]]]
    grams = [[f"5-gram, {modelling.DOMAINS[domain]}", *(result["ngrams"][n]["5"][domain] for n in languages)] for domain in modelling.DOMAINS]
    vocabulary = (f"byte-level BPE, {s.vocabulary:,} entries" if s.vocabulary > 300 else "the 256 bytes and `<|endoftext|>`, no merges")
    tags = "\n".join(f"- {n}" for n in languages)
    writes = ""
    if name in read("writing")["checkpoints"]:
        part = read("writing")["checkpoints"][name]
        writes = "\n## What it writes\n\n" + table(["", "prompt", "continuation"], [
            [n, *map(lab.quoted, part[n]["example"])] for n in LANGUAGES]) + "\n"
    return f"""---
license: cc-by-sa-4.0
language:
{tags}
library_name: transformers
pipeline_tag: text-generation
---

# {name}

A very small language model for experiments in a browser, of the Babelscope family. {does} {start} It is for looking inside, steering and
merging, not for getting answers.

- **Architecture**: `LlamaForCausalLM`, {s.layers} layers, width {s.width}, {s.heads} query and {s.key_heads} key heads of {s.head_size}, feed-forward {s.feed_forward}, tied head, context {s.context}, F16.
- **Tokenizer**: {vocabulary}, no normaliser, exact round trip. Its post-processor puts `<|endoftext|>` (id 0) before every text, as before every document in training.
- **Trained on**: {', '.join(f'{n} {t / 1e6:.2f} M' for n, t in run['tokens'].items())} tokens in {run['step']} steps of {plan['tokens']}, {dropout}, Muon for matrices and AdamW for embedding and norms, seed {plan['seed']}, {run['seconds'] / 60:.0f} minutes on two CPU cores that other work used too. Training loss at the end and every measure: [training/RESULTS.md](../../../training/RESULTS.md).

## Bits per byte on held-out text

{table(['', *languages], rows + grams)}
{writes}
## What it is bad at

{bad} It knows no facts and loses the thread after some sentences; outside the little world of its stories its text is clumsy. It has seen news
and old prose, with whatever bias they hold, and was not filtered or aligned. Do not use it where what it says matters.

## Data and licences

{SOURCES}

The weights are under CC BY-SA 4.0, because NTREX-128 is. About 5 % of the natural sentences (by hash), 10 % of the NTREX lines (by line
number, the same in every language) and 2 % of the stories (by content) were held out.
"""


def attribution(credits: dict) -> str:
    parts = ["# Attribution", "Children's stories in the training text, from the Global African Storybook Project (African Storybook), all under CC BY."]
    for language, stories in credits.items():
        if stories:
            parts += [f"## {LANGUAGES[language][1]}", table(["story", "text", "translation"], stories)]
    parts += ["## Other text",
              "Mozilla Common Voice sentences (CC0 1.0). NTREX-128, Microsoft (CC BY-SA 4.0): Federmann, Kocmi and Xin, "
              "NTREX-128 - News Test References for MT Evaluation of 128 Languages, 2022. Tatoeba (CC BY 2.0 FR), https://tatoeba.org, "
              "as selected for LASER (Artetxe and Schwenk, 2019)."]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    credits = json.loads((settings.WORK / "credits.json").read_text())
    runs = read("runs")
    (settings.FOLDER / "RESULTS.md").write_text(results_page(runs))
    for name in settings.SHIPPED:
        (settings.MODELS / name / "README.md").write_text(card(name, runs[name]))
        (settings.MODELS / name / "ATTRIBUTION.md").write_text(attribution(credits))


if __name__ == "__main__":
    main()
