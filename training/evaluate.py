"""Runs the experiments on the exported checkpoints: `python evaluate.py [names]`; each writes results/<name>.json.

What is there already is skipped unless it is named.
"""

import argparse
import importlib
import json

import torch

import lab

EXPERIMENTS = ("modelling", "writing", "swap", "steering", "attributes", "chat")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(EXPERIMENTS))
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    names = options.names
    if unknown := set(names) - set(EXPERIMENTS):
        parser.error(f"no experiment {', '.join(unknown)}; there are {', '.join(EXPERIMENTS)}")
    torch.set_num_threads(options.threads)
    for name in names or [n for n in EXPERIMENTS if not lab.results_path(n).exists()]:
        result = importlib.import_module(f"experiments.{name}").run()
        lab.results_path(name).parent.mkdir(exist_ok=True)
        lab.results_path(name).write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
