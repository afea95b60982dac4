"""Is the gradient right? Backpropagation beside central differences, array by array, in float64.

Two things make a correct gradient look wrong, and are told apart from a wrong one: rounding (float32 is good
for about 1e−4, so the check works on a float64 copy) and kinks. Where an activation's input lies so near a
kink that p + h and p − h fall on both sides of it, the difference is the mean of two slopes and says
nothing about either; such entries are counted and left out.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.losses import Targets
from core.nn.network import Network
from core.nn.parameters import Floats

SAMPLE_ABOVE = 1_000
SAMPLE_SIZE = 50
PIECE = 64
"""Entries between two places at which a check can be stopped."""

Entries = Mapping[str, NDArray[np.intp]]
"""Which entries (flat) of each parameter array are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class ArrayCheck:
    """One parameter array. `indices` are the entries compared (flat), `backprop` and `numerical` their
    gradients; `kinks` entries were left out. Where that leaves none (`nothing_compared`) the figures are NaN
    and nothing agrees: a check that saw nothing vouches for nothing."""

    name: str
    shape: tuple[int, ...]
    indices: NDArray[np.intp]
    backprop: Floats
    numerical: Floats
    kinks: int

    @property
    def nothing_compared(self) -> bool:
        """Every entry looked at lay at a kink: other examples, or a smaller h, may tell more."""
        return not len(self.indices)

    @property
    def distance(self) -> float:
        """‖a − n‖, the Euclidean norm over the entries compared."""
        return float(np.linalg.norm(self.backprop - self.numerical))

    @property
    def scale(self) -> float:
        """‖a‖ + ‖n‖."""
        return float(np.linalg.norm(self.backprop) + np.linalg.norm(self.numerical))

    @property
    def relative_error(self) -> float:
        """‖a − n‖ / max(‖a‖ + ‖n‖, 1e−3): 0 for the same gradient, 1 for unrelated ones."""
        return float("nan") if self.nothing_compared else self.distance / max(self.scale, 1e-3)

    @property
    def mean_difference(self) -> float:
        """mean |a − n|, the figure that the book prints."""
        if self.nothing_compared:
            return float("nan")
        return float(np.abs(self.backprop - self.numerical).mean())

    @property
    def worst_difference(self) -> float:
        """max |a − n|."""
        return float("nan") if self.nothing_compared else float(np.abs(self.backprop - self.numerical).max())

    @property
    def factor(self) -> float:
        """The f for which a ≈ f · n (least squares): 1 for a right gradient; NaN where n is 0 throughout."""
        square = float(self.numerical @ self.numerical)
        return float(self.backprop @ self.numerical) / square if square else float("nan")

    def agrees(self, tolerance: float = 1e-6) -> bool:
        """‖a − n‖ ≤ tolerance · max(‖a‖ + ‖n‖, 1e−3); False where `nothing_compared`."""
        return self.relative_error <= tolerance


def gradient_check(
    network: Network,
    x: NDArray[Any],
    t: NDArray[Any],
    *,
    h: float = 1e-5,
    every_entry: bool = False,
    seed: int = 0,
) -> tuple[ArrayCheck, ...]:
    """Compare `gradient` with central differences on the batch x: (N, D), t: (N,) or (N, C).

    Arrays of more than 1,000 entries are sampled (50 entries, chosen by the seed) unless `every_entry`. The
    network is not changed: the work is done on a float64 copy, in training mode with one dropout mask.
    """
    copy = network.copy(np.float64)
    x, t = copy.batch(x, t)
    steps = checking(copy, x, t, sampled_entries(copy, seed, every_entry=every_entry), h)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            checks: tuple[ArrayCheck, ...] = end.value
            return checks


def sampled_entries(network: Network, seed: int = 0, *, every_entry: bool = False) -> Entries:
    """Every entry of the small arrays, and 50 of each that has more than 1,000, unless `every_entry`."""
    rng = np.random.default_rng(seed)
    chosen = {}
    for name, array in network.params.items():
        indices = np.arange(array.size)
        if len(indices) > SAMPLE_ABOVE and not every_entry:
            indices = np.sort(rng.choice(indices, SAMPLE_SIZE, replace=False))
        chosen[name] = indices
    return chosen


def checking(
    network: Network, x: Floats, t: Targets, entries: Entries, h: float
) -> Generator[tuple[int, int], None, tuple[ArrayCheck, ...]]:
    """The check of these entries in the network's own float type, with (done, total) on the way. The network
    is worked on, and is afterwards as it was; x and t are as `Network.batch` gives them."""
    total = sum(map(len, entries.values()))
    done = 0
    checks = []
    with network.fixed_chance():
        backprop = network.gradient(x, t).vector.copy()
        for name, indices in entries.items():
            part = network.params.slices[name]
            smooth: list[bool] = []
            differences: list[float] = []
            for i in indices.tolist():
                if not done % PIECE:
                    yield done, total
                difference, crosses = _difference(network, x, t, part.start + i, h)
                smooth.append(not crosses)
                differences.append(difference)
                done += 1
            chosen = indices[np.array(smooth, dtype=bool)]
            numerical = np.array(differences)[np.array(smooth, dtype=bool)]
            kinks = len(indices) - len(chosen)
            shape = network.params[name].shape
            checks.append(ArrayCheck(name, shape, chosen, backprop[part][chosen], numerical, kinks))
    return tuple(checks)


def _difference(network: Network, x: Floats, t: Targets, i: int, h: float) -> tuple[float, bool]:
    """The central difference for entry i, and whether its two points lie on two sides of a kink."""
    value = network.params.vector[i]
    above = network.loss_with(i, value + h, x, t)
    sides_above = _sides_of_kinks(network)
    below = network.loss_with(i, value - h, x, t)
    crosses = any((a != b).any() for a, b in zip(sides_above, _sides_of_kinks(network), strict=True))
    return (above - below) / (2.0 * h), crosses


def _sides_of_kinks(network: Network) -> list[NDArray[np.bool_]]:
    """The side of each kink on which the inputs of the last pass lie, for every activation with kinks."""
    return [
        inputs > kink
        for layer, inputs in zip(network.layers, network.values, strict=False)
        for kink in layer.kinks
    ]
