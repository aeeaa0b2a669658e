"""Checks of mix.py: formulas against NumPy's numbers, texts against what the lab recorded: `python -m unittest` in this folder."""

import json
import pathlib
import subprocess
import sys
import unittest

import torch

import mix

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = json.loads((ROOT / "src/mixing/golden/mixing.golden.json").read_text())
RECORDED = json.loads((ROOT / "public/presets/steering/small-steers-bigger.json").read_text())
MODELS = ROOT / "public/models"


def step(values, logits, past=(), prompt=None):
    rows = torch.tensor(logits, dtype=torch.float64)
    count = len(rows)
    return mix.Step(
        rows,
        torch.tensor(past, dtype=torch.float64).reshape(-1, count),
        torch.zeros(count, dtype=torch.float64) if prompt is None else torch.tensor(prompt, dtype=torch.float64),
        values,
    )


class Formulas(unittest.TestCase):
    def test_on_random_logits(self):
        for case in GOLDEN["cases"]:
            formula, _, _, defaults = mix.MIXERS[case["mixer"]]
            models = case["models"]
            values = {**defaults, **case["shared"], **({"prior": GOLDEN["prior"]} if "prior" in defaults else {})}
            past = torch.tensor(GOLDEN["past"]).log()[:, :models].tolist() if models == 3 else []
            prompt = GOLDEN["promptLikelihoods"] if "prior" in defaults else None
            found = formula(step(values, GOLDEN["logits"][:models], past, prompt)).softmax(-1)
            for mine, want in zip(found.tolist(), case["probabilities"]):
                self.assertAlmostEqual(mine, want, places=6, msg=case["mixer"])

    def test_worked_examples(self):
        """Two tokens: p = (3/4, 1/4) and q = (1/4, 3/4)."""
        p, q = torch.tensor([3.0, 1.0]).log().tolist(), torch.tensor([1.0, 3.0]).log().tolist()
        cases = [
            # p^2 / q = (9/4, 1/12): 27 to 1.
            ("classifier-free", {"weight": 1.0}, 27 / 28),
            # 0.7 * 3/4 + 0.3 * 1/4.
            ("average", {"weight": [7.0, 3.0], "mean": "arithmetic"}, 0.6),
            # sqrt(3) to sqrt(3).
            ("average", {"weight": 1.0, "mean": "geometric"}, 0.5),
            # The entropy of p is 0.562 nats: the gate is open above 0.5, closed below 0.6.
            ("deferral", {"slope": 50.0, "centre": 0.5, "threshold": 0.5}, 0.25),
            ("deferral", {"slope": 50.0, "centre": 0.6, "threshold": 0.5}, 0.75),
            # v - ReLU(q - p) = (ln 3, -ln 3): 9 to 1.
            ("generic-labels", {"alpha": 1.0}, 0.9),
        ]
        for name, values, want in cases:
            found = mix.MIXERS[name][0](step(values, [p, q])).softmax(-1)[0].item()
            self.assertAlmostEqual(found, want, places=6, msg=f"{name} {values}")

    def test_a_parameter_that_is_not_there_is_named(self):
        with self.assertRaisesRegex(SystemExit, "no parameter 'gama': it has gamma, eta, alpha"):
            mix.values_of("expert-guidance", ["gama=1"])

    def test_the_shared_end_leaves_one_id_before_it(self):
        self.assertEqual(mix.shared_end([[1, 2, 3], [1, 2, 3]]), 2)
        self.assertEqual(mix.shared_end([[7, 2, 3], [2, 3]]), 1)
        self.assertEqual(mix.shared_end([[1, 4], [1, 3]]), 0)


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        names = [str(MODELS / one["checkpoint"]) for one in RECORDED["result"]["models"]]
        cls.models, cls.tokenizer = mix.load(names, "cpu")

    def test_tokens_and_probabilities_are_those_that_the_lab_recorded(self):
        mixer = RECORDED["result"]["mixer"]
        for text in RECORDED["result"]["texts"]:
            pieces = text["pieces"]
            wanted = [token for piece in pieces for token in piece["ids"]]
            prompt = self.tokenizer(text["prompt"])["input_ids"]
            writers = [mix.Writer(model, prompt, len(self.tokenizer)) for model in self.models]
            values = mix.values_of(mixer, [])
            written, told = mix.write(mixer, writers, values, len(wanted))
            self.assertEqual(written, wanted)
            if any(len(piece["ids"]) > 1 for piece in pieces):
                continue
            for piece, (together, own) in zip(pieces, told):
                self.assertAlmostEqual(together, piece["probability"], places=3)
                for mine, want in zip(own, piece["modelProbabilities"]):
                    self.assertAlmostEqual(mine, want, places=3)

    def test_a_model_mixed_with_itself_writes_what_it_writes(self):
        command = [sys.executable, mix.__file__, "--mixer", "posterior-mixture", "--json", "--tokens", "8", "--prompt", "Das Haus"]
        model = str(MODELS / "polyglot-de")
        out = subprocess.run([*command, "--models", model, model], capture_output=True, text=True, check=True).stdout
        found = json.loads(out)
        self.assertEqual(found["ids"], found["alone"][model])

    def test_too_few_models_are_refused(self):
        command = [sys.executable, mix.__file__, "--models", "a", "b", "--prompt", "x"]
        found = subprocess.run(command, capture_output=True, text=True)
        self.assertIn("takes 3 or 5 models", found.stderr)


if __name__ == "__main__":
    unittest.main()
