"""Which layers of a network repeat one another: equal blocks, each an Affine layer with what follows it.

Plain functions over frozen values; no widget here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from core.nn.layer_kinds import NUMBER_SETTINGS, LayerSpec
from core.nn.spec import NetworkSpec
from gui.language.numbers import count, number
from gui.train import terms

LEAST = 3
"""So many blocks are worth a fold."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """`times` equal blocks of layers; the first begins at the layer `first`, counted from 0."""

    first: int
    times: int
    block: tuple[LayerSpec, ...]

    @property
    def stop(self) -> int:
        """The layer after the last of them."""
        return self.first + self.times * len(self.block)

    def text(self) -> str:
        """6 × Affine 50 + Sigmoid"""
        return f"{self.times} × {' + '.join(map(_layer_text, self.block))}"


def repeats(spec: NetworkSpec) -> list[Repeat]:
    """All of them from the input on. The last Affine layer, which gives the outputs, is in none."""
    outputs = spec.last_affine_row - 1
    starts = [place for place, layer in enumerate(spec.layers) if layer.has("units") and place <= outputs]
    blocks = [spec.layers[start:stop] for start, stop in pairwise(starts)]
    found, first = [], starts[0] if starts else 0
    for block, equal in groupby(blocks):
        times = len(list(equal))
        if times >= LEAST:
            found.append(Repeat(first, times, block))
        first += times * len(block)
    return found


def _layer_text(layer: LayerSpec) -> str:
    numbers = [
        count(getattr(layer, name)) if setting.whole else number(getattr(layer, name))
        for name, setting in NUMBER_SETTINGS.items()
        if layer.has(name)
    ]
    title = terms.LAYERS[layer.kind].title if layer.kind in terms.LAYERS else layer.kind
    return " ".join([title, *numbers])
