"""Checks of recipe.py on the embedded checkpoints: `python -m unittest` in this folder, with torch, transformers and PyYAML.

What needs Ray is skipped where it is not installed; the same grid then runs on two local processes.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import torch
import yaml
from safetensors.torch import load_file

import recipe

MODELS = pathlib.Path(__file__).resolve().parent.parent / "public" / "models"
A, B = "polyglot-de", "polyglot-hi"
TEXTS = ["Der Hund schläft im Garten.", "मेरी माँ ने खाना बनाया।", "Ich habe gestern viel gelesen.", "वह घर पर है।"]
AVERAGE = {
    "merge_method": "linear",
    "models": [{"model": A, "parameters": {"weight": 0.5}}, {"model": B, "parameters": {"weight": 0.5}}],
}


def folder_of(name):
    return MODELS / name


def jobs():
    return [(recipe.swap(AVERAGE, bottom, 0, 8), TEXTS[:2], str(MODELS), True) for bottom in range(3)]


class Settings(unittest.TestCase):
    def test_a_gradient_over_five_layers(self):
        self.assertEqual([recipe.value_at([0, 1], "x", i / 4, 0) for i in range(5)], [0, 0.25, 0.5, 0.75, 1])

    def test_the_first_filter_that_matches_wins(self):
        filters = [{"filter": "mlp", "value": 1}, {"value": 0.25}]
        self.assertEqual(recipe.value_at(filters, "model.layers.0.mlp.up_proj.weight", 0, 0), 1)
        self.assertEqual(recipe.value_at(filters, "model.norm.weight", 0, 0), 0.25)


class Merging(unittest.TestCase):
    def merged(self, of):
        with tempfile.TemporaryDirectory() as out:
            recipe.merge_plain(of, folder_of, pathlib.Path(out))
            return load_file(pathlib.Path(out) / "model.safetensors"), json.loads((pathlib.Path(out) / "config.json").read_text())

    def test_a_swap_takes_whole_layers_and_averages_the_rest(self):
        weights, config = self.merged(recipe.swap(AVERAGE, 1, 0, 8))
        a, b = (load_file(MODELS / name / "model.safetensors") for name in (A, B))
        self.assertEqual(config["num_hidden_layers"], 8)
        name = "self_attn.q_proj.weight"
        self.assertTrue(torch.equal(weights[f"model.layers.0.{name}"], b[f"model.layers.0.{name}"]))
        self.assertTrue(torch.equal(weights[f"model.layers.1.{name}"], a[f"model.layers.1.{name}"]))
        embeddings = "model.embed_tokens.weight"
        want = ((a[embeddings].float() + b[embeddings].float()) / 2).to(a[embeddings].dtype)
        self.assertTrue(torch.equal(weights[embeddings], want))

    def test_a_repeated_middle_is_deeper(self):
        source = lambda first, end: {"sources": [{"model": A, "layer_range": [first, end]}]}
        weights, config = self.merged({"merge_method": "passthrough", "slices": [source(0, 6), source(3, 8)]})
        self.assertEqual(config["num_hidden_layers"], 11)
        name = "mlp.up_proj.weight"
        self.assertTrue(torch.equal(weights[f"model.layers.6.{name}"], weights[f"model.layers.3.{name}"]))


class Grid(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.alone = [recipe.run(job) for job in jobs()]

    def agrees(self, values):
        for value, want in zip(values, self.alone, strict=True):
            self.assertAlmostEqual(value, want, places=5)

    def test_points_differ(self):
        self.assertEqual(len({round(value, 6) for value in self.alone}), 3)

    @unittest.skipUnless(importlib.util.find_spec("ray"), "Ray is not installed")
    def test_two_workers_of_a_ray_cluster_give_what_one_process_gives(self):
        self.agrees(recipe.in_parallel(jobs(), 2))

    def test_two_local_processes_do_too(self):
        hidden = sys.modules.get("ray")
        sys.modules["ray"] = None  # its import fails, as where it is not installed
        try:
            self.agrees(recipe.in_parallel(jobs(), 2))
        finally:
            sys.modules.pop("ray") if hidden is None else sys.modules.update(ray=hidden)

    def test_the_command_finds_the_best_and_measures_it_on_the_other_half(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            (place / "merge.yml").write_text(yaml.safe_dump(AVERAGE))
            (place / "texts.txt").write_text("\n".join(TEXTS))
            command = [sys.executable, recipe.__file__, str(place / "merge.yml"), "--texts", str(place / "texts.txt")]
            options = ["--models", str(MODELS), "--plain", "--grid", "1"]
            done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
        rows = [line for line in done.stdout.splitlines() if line.startswith("bottom ")]
        values = [float(line.rsplit(" ", 1)[1]) for line in rows]
        self.assertEqual(len(rows), 4)
        best = rows[values.index(min(values))].split(":")[0]
        self.assertIn(f"best {best}; held out ", done.stdout)


if __name__ == "__main__":
    unittest.main()
