"""Checks of card.py on the embedded checkpoints, against what the lab recorded of them: `python -m unittest` in this folder."""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import unittest

import card

PUBLIC = pathlib.Path(__file__).resolve().parent.parent / "public"
RECORDED = json.loads((PUBLIC / "presets/measures/what-was-forgotten.json").read_text())["result"]


def recorded(title):
    """Bits per byte by language, as the lab recorded them of a variant."""
    variant = next(one["id"] for one in RECORDED["variants"] if one["title"] == title)
    readings = next(one["readings"] for one in RECORDED["readings"] if one["variant"] == variant)
    return {one["language"]: one for one in readings if one["measure"] == "bits-per-byte" and one["facet"] == ""}


class Card(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        names = [str(PUBLIC / "models" / name) for name in ("polyglot-base", "polyglot-de")]
        cls.rows = card.measure(names, card.sentences_of(RECORDED))

    def test_bits_and_intervals_are_the_labs(self):
        for row in self.rows:
            want = recorded(pathlib.Path(row["model"]).name)[row["language"]]
            self.assertAlmostEqual(row["bits_per_byte"], want["value"], places=3)
            # Drawn anew: within a tenth of the interval's width.
            for end in ("low", "high"):
                self.assertLess(abs(row[end] - want[end]), 0.1 * (want["high"] - want["low"]))

    def test_the_german_expert_gains_in_german_and_loses_elsewhere(self):
        after = {row["language"]: row for row in self.rows if "change" in row}
        self.assertEqual({language for language, row in after.items() if row["change"] < 0}, {"de"})
        self.assertTrue(all(row["holm"] < 0.05 for row in after.values()))


class Statistics(unittest.TestCase):
    def test_every_sign_of_three_that_agree_is_2_of_8(self):
        self.assertAlmostEqual(card.p_of(card.np.zeros(3), card.np.array([1.0, 2, 3]), 1), 0.25)

    def test_holm(self):
        for found, want in zip(card.holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]):
            self.assertAlmostEqual(found, want)

    def test_one_sentence_has_no_interval(self):
        self.assertEqual(card.interval_of(card.np.ones(1), card.np.ones(1), 1), (None, None))


class Command(unittest.TestCase):
    def test_tokens_of_a_card_against_english(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scorecard.json"
            path.write_text(json.dumps(RECORDED))
            command = [sys.executable, card.__file__, str(path), str(PUBLIC / "models/polyglot-base"), "--tokens", "--json"]
            rows = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        english = next(row for row in rows if row["language"] == "en")
        self.assertEqual(english["against_english"], 1)
        self.assertTrue(all(math.isfinite(row["tokens"]) and row["tokens"] > 3 for row in rows))

    def test_texts_by_language_are_taken_as_they_are_and_anything_else_is_refused(self):
        self.assertEqual(card.sentences_of({"en": ["a"], "de": ["b"]}), {"en": ["a"], "de": ["b"]})
        with self.assertRaisesRegex(SystemExit, "neither a scorecard"):
            card.sentences_of({"weights": 1})

    def test_a_card_without_bits_per_byte_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "no bits per byte"):
            card.sentences_of({"sets": {}, "readings": []})


if __name__ == "__main__":
    unittest.main()
