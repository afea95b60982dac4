"""Activation functions with their slopes, and what stacked layers make of them.

Most are operations of the graph, as the network has them; GELU is written here.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.experiments.differences import Differentiable
from core.experiments.typed import typed_function

Floats = NDArray[np.float64]

FLAT = 0.05
"""A slope below this share of the largest one counts as flat: the function saturates there, or is off."""
WIDTH = 4  # units of a hidden layer of a stack

_TEXTS: Mapping[str, str] = {
    "step": "step(x)",
    "sigmoid": "sigmoid(x)",
    "tanh": "tanh(x)",
    "relu": "relu(x)",
    "leaky_relu": "leaky_relu(x, slope={leak!r})",
    "identity": "1 * x",
    "softplus": "maximum(x, 0) + log(1 + exp(-abs(x)))",
}
ACTIVATIONS = (*_TEXTS, "gelu")
"""Their words, in the order in which a person is offered them."""


class Gelu:
    """x·Φ(x), with the distribution function Φ of N(0, 1) (Hendrycks and Gimpel 2016); its slope is
    Φ(x) + x·φ(x)."""

    def value(self, point: Any) -> Any:
        x = np.asarray(point, dtype=np.float64)
        return x * _phi(x)

    def gradient(self, point: Any) -> Any:
        x = np.asarray(point, dtype=np.float64)
        return _phi(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


_erf = np.vectorize(math.erf, otypes=[np.float64])


def _phi(x: Floats) -> Floats:
    half: Floats = 0.5 * (1.0 + _erf(x / math.sqrt(2.0)))
    return half


def activation(word: str, leak: float) -> Differentiable:
    """The function of this word; `leak` is the slope of Leaky ReLU below 0."""
    if word == "gelu":
        return Gelu()
    return typed_function(_TEXTS[word].format(leak=leak), ("x",))


def flat_places(x: Floats, slopes: Floats) -> list[tuple[float, float]]:
    """The intervals in which slopes are below `FLAT` of the largest. A constant is flat everywhere."""
    sizes = np.abs(np.nan_to_num(slopes))
    flat = sizes <= FLAT * sizes.max(initial=0.0)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flat, [False]))))
    return [
        (float(x[start]), float(x[stop - 1]))
        for start, stop in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Affine layers in a row, from one input by way of some units to one output: weights (D, H) and biases
    (H,), drawn from a seed."""

    weights: tuple[Floats, ...]
    biases: tuple[Floats, ...]

    @classmethod
    def drawn(cls, layers: int, seed: int) -> Stack:
        """The weights are from N(0, 4/D), wide enough that what stands between them bends; the biases from
        N(0, 1)."""
        rng = np.random.default_rng(seed)
        sizes = [1, *[WIDTH] * (layers - 1), 1]
        weights = tuple(
            rng.standard_normal((before, after)) * math.sqrt(4 / before)
            for before, after in itertools.pairwise(sizes)
        )
        return cls(weights, tuple(rng.standard_normal(after) for after in sizes[1:]))

    def output(self, x: Floats, between: Differentiable) -> Floats:
        """The output for each x, (N,), with this function after each layer but the last."""
        values: Any = np.asarray(x, dtype=np.float64).reshape(-1, 1)
        for place, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            if place:
                values = between.value(values)
            values = values @ weight + bias
        column: Floats = values[:, 0]
        return column

    def line(self) -> tuple[float, float]:
        """Slope and intercept of the one line that the layers are with nothing between them: the product
        of all weights, and the biases carried through it."""
        slope, intercept = np.eye(1), np.zeros(1)
        for weight, bias in zip(self.weights, self.biases, strict=True):
            slope, intercept = slope @ weight, intercept @ weight + bias
        return float(slope[0, 0]), float(intercept[0])
