"""Checks of neurons.py on the embedded base, against what the lab recorded of it: `python -m unittest` in this folder."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

import neurons

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARALLEL = json.loads((ROOT / "src/data/parallel.json").read_text())
RECORDING = json.loads((ROOT / "public/presets/steering/german-neurons-off.json").read_text())
RECORDED = RECORDING["result"]
BASE = str(ROOT / "public/models/polyglot-base")


def mulberry(state):
    """The lab's random numbers."""
    while True:
        state = (state + 0x6D2B79F5) % 2**32
        mixed = (state ^ (state >> 15)) * (state | 1) % 2**32
        mixed = (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) % 2**32 ^ mixed
        yield (mixed ^ (mixed >> 14)) / 2**32


def split(count, seed):
    """The lab's split: lines that are read, and lines that are held out."""
    numbers, order = mulberry(seed), list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        order[last], order[other] = order[other], order[last]
    held = round(count / 4)
    return sorted(order[held:]), sorted(order[:held])


class Entropy(unittest.TestCase):
    def test_worked_example(self):
        """Ten neurons of one layer; 20 shares, of which the bar is the 19th: 0.9. Only neuron 0 in the first language is above it."""
        shares = torch.full((2, 1, 10), 0.1)
        shares[0, 0, 0], shares[1, 0, 1] = 1.0, 0.9
        sets = neurons.language_neurons(shares, 0.2)
        self.assertEqual(sets.nonzero().tolist(), [[0, 0, 0]])

    def test_of_those_above_the_bar_the_lowest_entropy_is_kept(self):
        """Twenty neurons of two languages; the bar is the 38th of 40 shares, 0.5: neurons 0 and 1 pass it, and 0 is the more specific."""
        shares = torch.full((2, 1, 20), 0.2)
        shares[:, 0, 0], shares[:, 0, 1] = torch.tensor([0.9, 0.1]), torch.tensor([0.8, 0.5])
        self.assertEqual(neurons.language_neurons(shares, 0.05).nonzero().tolist(), [[0, 0, 0]])
        self.assertEqual(neurons.language_neurons(shares, 0.1).nonzero().tolist(), [[0, 0, 0], [0, 0, 1]])

    def test_one_language_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "at least two"):
            neurons.language_neurons(torch.zeros(1, 2, 3), 0.1)

    def test_the_control_has_as_many_in_every_layer_and_none_of_the_set(self):
        own = torch.zeros(2, 10, dtype=torch.bool)
        own[0, :3], own[1, 4] = True, True
        drawn = neurons.random_like(own, 1)
        self.assertEqual(drawn.sum(1).tolist(), [3, 1])
        self.assertFalse((drawn & own).any())


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tokenizer = AutoTokenizer.from_pretrained(BASE)
        cls.model = AutoModelForCausalLM.from_pretrained(BASE, dtype=torch.float32).eval()
        train, held = split(len(PARALLEL["en"]), RECORDING["document"]["seed"])
        cls.held_out = [[PARALLEL[language][line] for line in held] for language in RECORDED["languages"]]
        read = [
            neurons.shares_of(cls.model, cls.tokenizer, [PARALLEL[language][line] for line in train])
            for language in RECORDED["languages"]
        ]
        cls.tokens = [tokens for _, tokens in read]
        cls.sets = neurons.language_neurons(torch.stack([shares for shares, _ in read]), 0.05)

    def test_neurons_are_those_that_the_lab_found(self):
        self.assertEqual(self.tokens, RECORDED["tokens"])
        self.assertEqual(self.sets.sum(-1).tolist(), RECORDED["counts"])

    def test_what_a_language_loses_without_german_ones_is_what_the_lab_measured(self):
        base = [neurons.bits_per_byte(self.model, self.tokenizer, texts) for texts in self.held_out]
        for mine, want in zip(base, RECORDED["base"]):
            self.assertAlmostEqual(mine, want, places=3)
        german = RECORDED["languages"].index("de")
        [row] = neurons.suffering(self.model, self.tokenizer, [self.sets[german]], self.held_out, base)
        for mine, want in zip(row, RECORDED["off"][german]):
            self.assertAlmostEqual(mine, want, places=3)

    def test_texts_without_german_neurons_are_those_that_the_lab_wrote(self):
        german = self.sets[RECORDED["languages"].index("de")]
        tokens = RECORDING["document"]["maxNewTokens"]
        for text in RECORDED["texts"]:
            for row, edited in zip(text["rows"], (None, german)):
                mine = neurons.continuation(self.model, self.tokenizer, text["prompt"], tokens, edited)
                self.assertEqual(mine.strip(), row["text"].strip())


class Command(unittest.TestCase):
    def test_two_languages_from_files(self):
        with tempfile.TemporaryDirectory() as folder:
            entries = []
            for language in ("en", "de"):
                path = pathlib.Path(folder) / f"{language}.txt"
                path.write_text("\n".join(PARALLEL[language][:8]))
                entries.append(f"{language}={path}")
            command = [sys.executable, neurons.__file__, "--model", BASE, "--texts", *entries, "--off", "de"]
            out = subprocess.run([*command, "--prompt", "Das Haus", "--tokens", "4"], capture_output=True, text=True, check=True)
            self.assertRegex(out.stdout, r"edited +'")
            sentences = pathlib.Path(folder) / "sentences.json"
            sentences.write_text(json.dumps({language: PARALLEL[language] for language in ("en", "de")}))
            self.assertEqual(neurons.read_texts([str(sentences)])["de"], PARALLEL["de"])
            with self.assertRaisesRegex(SystemExit, "as many texts"):
                neurons.read_texts([str(sentences), entries[0]])
            wrong = subprocess.run([*command[:-1], "hi"], capture_output=True, text=True)
            self.assertIn("no texts of hi are given: en, de", wrong.stderr)


if __name__ == "__main__":
    unittest.main()
