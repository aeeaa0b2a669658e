"""Mean residuals of a model over texts, and how a difference of two of them is added while it writes."""

from collections.abc import Callable

import torch
from torch import Tensor

import lab
import measure
import settings
import tokenizer as tok
from model import Llama


def as_llama(name: str) -> Llama:
    model = Llama(settings.SHAPE).eval()
    model.load_state_dict(lab.state(name))
    return model


@torch.no_grad()
def mean_residuals(model: Llama, texts: list[str]) -> Tensor:
    """Mean residual [L, H] after each layer over all tokens of the texts, END left out."""
    packed = torch.from_numpy(measure.pack(tok.encode_lines(lab.tokenizer(), texts), settings.SHAPE.context))
    sums, count = torch.zeros(settings.SHAPE.layers, settings.SHAPE.width), 0
    for part in packed.split(16):
        part = part[:, : settings.SHAPE.context]
        words = part != settings.END_ID

        def add(layer: int, x: Tensor) -> Tensor:
            sums[layer] += x[words].sum(0)
            return x

        model(part, add)
        count += int(words.sum())
    return sums / count


def pushing(layer: int, vector: Tensor) -> Callable[[int, Tensor], Tensor]:
    """Adds the vector [H] to the residual after one layer, at every position."""
    return lambda index, residual: residual + vector if index == layer else residual


class Pushed:
    """A model whose residual is pushed, as `measure.bits_per_byte` and `lab.greedy` take one."""

    def __init__(self, model: Llama, push: Callable[[int, Tensor], Tensor]):
        self.model, self.push = model, push

    training = False

    def eval(self) -> None:
        """Is always."""

    def train(self, mode: bool) -> None:
        """Never."""

    def __call__(self, ids: Tensor) -> Tensor:
        return self.model(ids, self.push)
