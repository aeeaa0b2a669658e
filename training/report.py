"""Writes RESULTS.md and the model cards from results.json. No number here is typed by hand."""

import json

import settings

LANGUAGES = settings.LANGUAGES
SOURCES = """\
| text | from | licence |
|---|---|---|
| sentences for reading aloud | Mozilla Common Voice contributors | CC0 1.0 |
| children's stories in German, Spanish, Hindi, Turkish | Global African Storybook Project; authors and translators in [ATTRIBUTION.md](ATTRIBUTION.md) | CC BY (stories under CC BY-NC are left out) |
| news sentences, NTREX-128 | Microsoft (Federmann, Kocmi and Xin, 2022) | CC BY-SA 4.0 |
| everyday sentences | Tatoeba contributors, as selected for LASER | CC BY 2.0 FR |"""


def table(head: list[str], rows: list[list]) -> str:
    cell = lambda x: f"{x:.3f}" if isinstance(x, float) else str(x)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(cell, row)) + " |" for row in lines)


def bits_table(results: dict, source: str) -> str:
    """Bits per byte of one held-out source: checkpoints and n-grams by language."""
    rows = [
        [name, *(part["bits_per_byte"][n][source] for n in LANGUAGES)]
        for name, part in results["checkpoints"].items()
    ]
    merge = results.get("even_merge_of_continuations")
    if merge:
        rows.append(["mean of polyglot-de and polyglot-hi", *(merge[n][source] for n in LANGUAGES)])
    grams = results["ngram_bits_per_byte"]
    for order in grams["en"]:
        rows.append([f"byte {order}-gram, Witten-Bell", *(grams[n][order][source] for n in LANGUAGES)])
    return table(["", *LANGUAGES], rows)


def runs_table(results: dict) -> str:
    rows = []
    for name, part in results["checkpoints"].items():
        run = part["run"]
        passes = ", ".join(f"{n} {p}" for n, p in run["passes"].items() if p)
        million = sum(run["tokens"].values()) / 1e6
        rows.append([name + (" (interim)" if run["interim"] else ""), run["plan"]["parent"] or "random",
                     run["step"], f"{million:.1f} M", passes, f"{run['seconds'] / 60:.0f} min", run["plan"]["seed"]])
    head = ["checkpoint", "starts from", "steps", "tokens", "passes over each language's text", "time, 2 cores", "seed"]
    return table(head, rows)


def shares_table(results: dict) -> str:
    rows = [[name, *(f"{part['continuations']['shares'][n]:.0%}" for n in LANGUAGES)]
            for name, part in results["checkpoints"].items()]
    return table(["", *LANGUAGES], rows)


def steering_table(results: dict) -> str:
    shares = results["steering"]["shares"]
    strengths = sorted({s["strength"] for s in shares})
    german = {(s["layer"], s["strength"]): f"{s['german']:.0%}" for s in shares}
    distance = results["steering"]["class_distance"]
    rows = [[layer, f"{distance[layer]:.0f}", *(german[layer, s] for s in strengths)] for layer in range(settings.SHAPE.layers)]
    return table(["after layer", "class distance", *(f"strength {s}" for s in strengths)], rows)


def margins(results: dict, name: str, order: str | None = None) -> dict[str, float]:
    """Bits per byte by which a checkpoint is better than an n-gram: of `order`, or the best of all."""
    mine, grams = results["checkpoints"][name]["bits_per_byte"], results["ngram_bits_per_byte"]
    bar = lambda n: grams[n][order] if order else {"sentences": min(g["sentences"] for g in grams[n].values())}
    return {n: bar(n)["sentences"] - mine[n]["sentences"] for n in LANGUAGES}


def verdict(results: dict, name: str) -> str:
    five, best = margins(results, name, "5"), margins(results, name)
    below = lambda m: [n for n in LANGUAGES if m[n] <= 0]
    say = lambda m: "passed in every language" if not below(m) else f"NOT passed in {', '.join(below(m))}"
    signed = ", ".join(f"{n} {v:+.2f}" for n, v in five.items())
    return f"5-gram: {say(five)} (better by {signed} bits a byte). Best n-gram of all orders: {say(best)}."


def results_page(results: dict) -> str:
    parts = [
        "# Results",
        "Written by `report.py` from `results.json`, which `evaluate.py` measured on the exported F16 weights.",
        "## Training", runs_table(results),
        "## Bits per byte, held-out sentences (Common Voice)",
        "Each line alone after `<|endoftext|>`, with its newline; lower is better. The n-grams saw the same training split.",
        bits_table(results, "sentences"), verdict(results, "polyglot-base"),
        "## Bits per byte, held-out news (NTREX lines unseen in any language)", bits_table(results, "ntrex"),
        "## Continuations in the prompt's language",
        "20 prompts a language, the first 4 words of held-out sentences; 32 greedy tokens without `<|endoftext|>`; "
        "the continuation alone is judged by byte 4-grams of the training split, the language with the fewest bits wins. "
        "The judge's accuracy on held-out sentences: "
        + ", ".join(f"{n} {a:.1%}" for n, a in results["judge_accuracy"].items()) + ".",
        shares_table(results),
        "## Steering check",
        "English prompts that polyglot-base continues in German when mean(German) - mean(English) is added to the residual "
        "after one layer (from 0), at every position; strength 1 is one class distance. The means are over all tokens of 600 parallel NTREX training lines a language. "
        "One greedy run of 20 prompts a cell: a share is uncertain by about 10 points either way.",
        steering_table(results),
        table(["layer", "prompt", f"continuation at strength {results['steering']['example_strength']}"],
              [[e["layer"], e["prompt"], e["continuation"].replace("\n", " / ").replace("|", "\\|")]
               for e in results["steering"]["examples"]]),
        "## Held-out bits per byte during training",
        *(f"### {name}\n\n" + table(["step", *LANGUAGES], [[e["step"], *e["bits_per_byte"].values()] for e in part["curve"]])
          for name, part in results["checkpoints"].items()),
        "## Limits of these numbers",
        "- Bits are those of the tokenizer's own segmentation, an upper bound on the bits of the text.\n"
        "- Held-out sentences come from the same sources as the training text; near-duplicates that differ in a word may stand on both sides, for the models and the n-grams alike.\n"
        "- One seed, one run: differences of a few thousandths of a bit mean nothing.\n"
        "- The judge names the most likely of five languages; a continuation in two of them counts as one, and one without sense counts too.",
        "## Tokenizer, held-out sentences",
        table(["", *LANGUAGES], [[key.replace("_", " "), *(results["tokenizer"][n][key] for n in LANGUAGES)]
                                 for key in results["tokenizer"]["en"]]),
    ]
    return "\n\n".join(parts) + "\n"


def card(results: dict, name: str) -> str:
    part = results["checkpoints"][name]
    run, s = part["run"], settings.SHAPE
    plan, parent = run["plan"], run["plan"]["parent"]
    steady = run["step"] - plan["decay"]
    dropout = f"dropout {plan['dropout']} for the first {steady} steps" if steady > 0 else "no dropout"
    own = ", ".join(f"{LANGUAGES[n][1]} {t / 1e6:.1f} M" for n, t in run["tokens"].items() if t)
    examples = [[n, p, w.replace("\n", " / ").replace("|", "\\|")]
                for n in LANGUAGES for p, w in part["continuations"]["examples"][n][:1]]
    tags = "\n".join(f"- {n}" for n in LANGUAGES)
    start = (f"It continues [{parent}](../{parent}) from exactly its weights, with the same tokenizer and config, so the two can be merged."
             if parent else "It was trained from random weights.")
    forgets = (f"\nTrained further on {LANGUAGES[next(iter(plan['mixture']))][1]} alone, it has lost much of the other languages: compare its row with {parent}'s."
               if parent else "")
    return f"""---
license: cc-by-sa-4.0
language:
{tags}
library_name: transformers
pipeline_tag: text-generation
---

# {name}{' (interim)' if run['interim'] else ''}

A very small language model for experiments in a browser: English, German, Spanish, Hindi and Turkish in 6.8 M parameters.
{start} It is for looking inside, steering and merging, not for getting answers.

- **Architecture**: `LlamaForCausalLM`, {s.layers} layers, width {s.width}, {s.heads} query and {s.key_heads} key heads of {s.head_size}, feed-forward {s.feed_forward}, tied head, context {s.context}, F16.
- **Tokenizer**: byte-level BPE, {s.vocabulary} entries, no normaliser, exact round trip. Its post-processor puts `<|endoftext|>` (id 0, both bos and eos) before every text, as before every document in training. Devanagari combining marks stay inside words.
- **Trained on**: {own} tokens in {run['step']} steps of {plan['tokens']}, {dropout}, Muon for matrices and AdamW for embedding and norms, seed {plan['seed']}, {run['seconds'] / 60:.0f} minutes on two CPU cores. Passes over each language's text: {', '.join(f'{n} {p}' for n, p in run['passes'].items() if p)}.
- **Documents**: one sentence, or 2 to 12 of one language: independent ones on a line each, news and stories in order.

## Bits per byte on held-out sentences

Lower is better. The n-grams were trained on the same text.

{bits_table(results, 'sentences')}

{verdict(results, name)}

## Continuations in the prompt's language

Share of 20 held-out prompts a language (4 words, 32 greedy tokens), judged by byte 4-grams:
{', '.join(f"{n} {part['continuations']['shares'][n]:.0%}" for n in LANGUAGES)}.

{table(['', 'prompt', 'continuation'], examples)}

## What it is bad at

It knows no facts, follows no instruction, cannot count or translate, and loses the thread after a sentence. Greedy text repeats itself.
Its text is mostly short sentences for reading aloud; Spanish and Turkish had a quarter to a third of the English text. It has seen news and
old prose, with whatever bias they hold, and was not filtered or aligned. Do not use it where what it says matters.{forgets}
Its residual is large (over 1,000 in places after the last layer): compute the RMS norms in F32 where the rest runs in F16.

## Data and licences

{SOURCES}

The weights are under CC BY-SA 4.0, because NTREX-128 is. About 5 % of the sentences (by hash) and 10 % of the NTREX lines (by line
number, the same in every language) were held out.
"""


def attribution(credits: dict) -> str:
    parts = ["# Attribution", "Children's stories in the training text, from the Global African Storybook Project (African Storybook), all under CC BY."]
    for language, stories in credits.items():
        if stories:
            rows = [[t, a, b] for t, a, b in stories]
            parts += [f"## {LANGUAGES[language][1]}", table(["story", "text", "translation"], rows)]
    parts += ["## Other text",
              "Mozilla Common Voice sentences (CC0 1.0). NTREX-128, Microsoft (CC BY-SA 4.0): Federmann, Kocmi and Xin, "
              "NTREX-128 - News Test References for MT Evaluation of 128 Languages, 2022. Tatoeba (CC BY 2.0 FR), https://tatoeba.org, "
              "as selected for LASER (Artetxe and Schwenk, 2019)."]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    results = json.loads((settings.FOLDER / "results.json").read_text())
    credits = json.loads((settings.WORK / "credits.json").read_text())
    (settings.FOLDER / "RESULTS.md").write_text(results_page(results))
    for name in results["checkpoints"]:
        (settings.MODELS / name / "README.md").write_text(card(results, name))
        (settings.MODELS / name / "ATTRIBUTION.md").write_text(attribution(credits))


if __name__ == "__main__":
    main()
