"""Checks that need no data folder: `python -m unittest` in this folder. Milliseconds to seconds."""

import math
import unittest

import torch

import data
import measure
import settings
import streams
from model import Llama
from muon import Muon
from ngram import ByteNgram, LanguageJudge
from tokenizer import encode_lines, train_tokenizer
from train import hold, optimisers, rate_factor

TEXT = ["the cat sat on the mat", "नमस्ते दुनिया, क्या हाल है?", "Ankara'nın çok güzel bir günü 2026"] * 40


class MuonTest(unittest.TestCase):
    def test_steps_are_those_of_torch(self):
        shapes = [(16, 16), (8, 16), (32, 16), (16, 16)]
        moved = []
        for optimiser in (
            lambda p: Muon(p, lr=0.01, weight_decay=0.1),
            lambda p: torch.optim.Muon(p, lr=0.01, weight_decay=0.1, adjust_lr_fn="match_rms_adamw"),
        ):
            random = torch.Generator().manual_seed(1)
            params = [torch.nn.Parameter(torch.randn(shape, generator=random)) for shape in shapes]
            start = [p.detach().clone() for p in params]
            step = optimiser(params)
            for _ in range(3):
                for p in params:
                    p.grad = torch.randn(p.shape, generator=random)
                step.step()
            moved.append([p.detach() - s for p, s in zip(params, start)])
        for ours, theirs in zip(*moved):  # theirs is computed in bfloat16: eight bits
            self.assertLess(((ours - theirs).norm() / theirs.norm()).item(), 0.03)


class NgramTest(unittest.TestCase):
    def test_witten_bell_by_hand(self):
        # Text "ab\n": n = 3, t = 3 kinds. p(a) = (1 + 3/256) / 6; after newline: n = 1, t = 1,
        # p(a | newline) = (1 + p(a)) / 2.
        unigram = (1 + 3 / 256) / 6
        bigram = (1 + unigram) / 2
        model = ByteNgram(["ab"], order=2)
        self.assertAlmostEqual(model.bits(["a"])[0], -math.log2(bigram), places=12)

    def test_probabilities_add_up_to_one(self):
        model = ByteNgram(["abracadabra", "arcade"], order=3)
        context = "ab"
        total = sum(2 ** -model.bits([context + chr(b)])[2] for b in range(128) if b != 10)
        total += 2 ** -model.bits([context])[2]  # the newline
        total += 128 * 2 ** -model.bits([context + "\u00ff"])[2]  # each byte never seen has this one's share
        self.assertAlmostEqual(total, 1, places=9)

    def test_judge(self):
        judge = LanguageJudge({"en": ["the house and the dog"] * 3, "de": ["das Haus und der Hund"] * 3})
        self.assertEqual(judge.language("der Hund"), "de")
        self.assertEqual(judge.language("the dog"), "en")


class SplitTest(unittest.TestCase):
    def test_punctuation_and_case_do_not_matter(self):
        lines = [f"Sentence number {i}." for i in range(500)]
        self.assertEqual([data.is_held_out(s) for s in lines],
                         [data.is_held_out(s.upper().replace(".", " !")) for s in lines])
        self.assertTrue(5 <= sum(map(data.is_held_out, lines)) <= 50)

    def test_ntrex_blocks(self):
        held = [i for i in range(200) if data.is_held_out_number(i)]
        self.assertEqual(held, [*range(90, 100), *range(190, 200)])


class StreamTest(unittest.TestCase):
    def test_sums_stand_once_and_only_results_are_learnt(self):
        found = streams.sums([" 9 + 3 - 4 = 12 - 4 = 8.\n", " 9 + 3 = 12.\n", " 9 + 3 = 12.\n"])
        self.assertEqual(found, [[(" 12 - 4 =", False), (" 8.\n", True)], [(" 9 + 3 =", False), (" 12.\n", True)]])


class TokenizerTest(unittest.TestCase):
    def test_round_trip_and_first_token(self):
        tokenizer = train_tokenizer(TEXT)
        for text in [*TEXT[:3], " two  spaces ", "tab\tand\r\nline", "emoji 👩‍👩‍👧 漢字"]:
            ids = tokenizer.encode(text).ids
            self.assertEqual(ids[0], settings.END_ID)
            self.assertEqual(tokenizer.decode(ids), text)


class ModelTest(unittest.TestCase):
    def test_equals_transformers(self):
        from transformers import LlamaConfig, LlamaForCausalLM

        from export import config

        torch.manual_seed(1)
        ours = Llama(settings.SHAPE).eval()
        theirs = LlamaForCausalLM(LlamaConfig(**config(settings.SHAPE))).float().eval()
        missing = theirs.load_state_dict(ours.state_dict(), strict=False)
        self.assertEqual((missing.missing_keys, missing.unexpected_keys), (["lm_head.weight"], []))
        theirs.tie_weights()
        ids = torch.randint(1, settings.SHAPE.vocabulary, (2, 40))
        ids[:, 0] = settings.END_ID
        with torch.no_grad():
            self.assertLess((ours(ids) - theirs(ids).logits).abs().max().item(), 1e-4)

    def test_documents_do_not_see_each_other(self):
        model = Llama(settings.SHAPE).eval()
        alone = torch.tensor([[0, 5, 6, 7]])
        after = torch.tensor([[0, 9, 8, 0, 5, 6, 7]])
        with torch.no_grad():
            self.assertLess((model(alone)[:, 1:] - model(after)[:, 4:]).abs().max().item(), 1e-4)


class MeasureTest(unittest.TestCase):
    def test_untrained_model_needs_13_bits_a_token(self):
        # Logits of zero: log2(8192) = 13 bits a token; "abc\n" is 4 tokens of 1 byte, so 13 bits a byte.
        tokenizer = train_tokenizer(["x"])
        model = Llama(settings.SHAPE)
        with torch.no_grad():
            model.model.embed_tokens.weight.zero_()
        self.assertEqual(len(encode_lines(tokenizer, ["abc\n"])[0]), 4)
        self.assertAlmostEqual(measure.bits_per_byte(model, tokenizer, ["abc"]), 13, places=4)


class HoldTest(unittest.TestCase):
    def moved(self, name: str) -> set[str]:
        """The layers, and the other weights by name, that one step of this plan changes."""
        plan = settings.PLANS[name]
        torch.manual_seed(0)
        model = Llama(plan.shape)
        hold(model, plan)
        before = {name: weight.detach().clone() for name, weight in model.named_parameters()}
        model(torch.tensor([[0, 5, 9, 7]])).sum().backward()
        for optimiser in optimisers(model, plan):
            optimiser.step()
        changed = [n for n, w in model.named_parameters() if not w.equal(before[n])]
        return {n.split(".layers.")[1][0] if ".layers." in n else n for n in changed}

    def test_arithmetic_moves_the_middle_and_a_language_the_rest(self):
        inner = {str(layer) for layer in range(*settings.MIDDLE)}
        outer = {str(layer) for layer in range(settings.SHAPE.layers)} - inner
        self.assertEqual(self.moved("polyglot-math"), inner)
        self.assertEqual(self.moved("polyglot-de"), outer | {"model.embed_tokens.weight", "model.norm.weight"})


class ScheduleTest(unittest.TestCase):
    def test_warm_up_plateau_decay(self):
        plan = settings.Plan("x", steps=1000, mixture={}, warmup=100, decay=400)
        self.assertEqual([rate_factor(s, plan) for s in (0, 99, 600, 800)], [0.01, 1.0, 1.0, 0.5])


if __name__ == "__main__":
    unittest.main()
