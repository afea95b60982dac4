"""A surface over the plane as contours: its levels, the band between two levels at each place, its gradients.

The levels are round numbers, 1, 2 and 5 times powers of ten, on both sides of 0, so that a flat middle has
as many as steep walls; a surface that hardly changes beside its height has evenly spaced ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Span = tuple[float, float]

MOST_LEVELS = 14
_EVEN = 4.0  # a largest value below so many smallest ones: even spacing
_DECADES = 4  # of sizes that levels cover below the largest


STRIP = 64
"""Rows that are computed at once: a typed function keeps the values of each of its operations."""


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """`bands` (height, width), its first row at the top: how many levels lie below the value; −1 for a gap.
    `contours` (height, width) are the cells on either side of a level. `least` and `most` are of the values
    that there are."""

    levels: tuple[float, ...]
    bands: NDArray[np.int16]
    contours: NDArray[np.bool_]
    least: float
    most: float

    @property
    def has_gap(self) -> bool:
        return bool((self.bands < 0).any())


def surface(
    f: Callable[[Any], Any], x: Span, y: Span, width: int, height: int
) -> Generator[tuple[int, int], None, Surface]:
    """f over the middles of width × height cells. f takes a grid (2, rows, width)."""
    xs = x[0] + (np.arange(width) + 0.5) * ((x[1] - x[0]) / width)
    ys = y[1] - (np.arange(height) + 0.5) * ((y[1] - y[0]) / height)
    values = np.empty((height, width))
    for top in range(0, height, STRIP):
        yield top, height
        with np.errstate(all="ignore"):
            values[top : top + STRIP] = f(np.array(np.meshgrid(xs, ys[top : top + STRIP])))
    return banded(values)


def banded(values: Floats, levels_of: Callable[[Floats], tuple[float, ...]] | None = None) -> Surface:
    """The surface of these values (height, width), the first row at the top, with the levels that `levels_of`
    finds for the finite ones; without it `levels`."""
    known = np.isfinite(values)
    if not known.any():
        nowhere = np.full(values.shape, -1, np.int16)
        return Surface((), nowhere, _contours(nowhere), math.nan, math.nan)
    chosen = (levels_of or levels)(values[known])
    bands = np.searchsorted(np.array(chosen), values, side="right").astype(np.int16)
    bands[~known] = -1
    least, most = float(values[known].min()), float(values[known].max())
    return Surface(chosen, bands, _contours(bands), least, most)


def _contours(bands: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Cells that are one band from their neighbour. A larger jump is not a contour but a pole or a wall."""
    found = np.zeros(bands.shape, dtype=np.bool_)
    for first, second in ((np.s_[:-1], np.s_[1:]), (np.s_[:, :-1], np.s_[:, 1:])):
        a, b = bands[first], bands[second]
        meet = (np.abs(a - b) == 1) & (a >= 0) & (b >= 0)
        found[first] |= meet
        found[second] |= meet
    return found


def levels(values: Floats) -> tuple[float, ...]:
    """The heights at which contours are drawn, of finite values."""
    least, most = float(values.min()), float(values.max())
    if not most > least:
        return ()
    sizes = sorted((abs(least), abs(most)))
    if least * most > 0.0 and sizes[1] < _EVEN * sizes[0]:
        return _even(least, most)
    largest = math.floor(math.log10(sizes[1]))
    # Where few values are small, small levels would lie in one spot.
    small = float(np.quantile(np.abs(values), 0.002)) or 10.0 ** (largest - _DECADES)
    smallest = max(math.floor(math.log10(small)), largest - _DECADES)
    rounds = [digit * 10.0**power for power in range(smallest, largest + 1) for digit in (1.0, 2.0, 5.0)]
    both = sorted({0.0, *rounds, *(-size for size in rounds)})
    inside = [level for level in both if least < level < most]
    while len(inside) > MOST_LEVELS and smallest < largest:
        smallest += 1
        inside = [level for level in inside if level == 0.0 or abs(level) >= 10.0**smallest * (1 - 1e-9)]
    return tuple(inside) or _even(least, most)


def _even(least: float, most: float) -> tuple[float, ...]:
    return tuple(float(level) for level in np.linspace(least, most, 12)[1:-1])


def gradient_field(
    gradient: Callable[[Any], Any], xs: NDArray[Any], ys: NDArray[Any]
) -> tuple[Floats, Floats]:
    """Points (2, n) at all pairs of xs and ys, and the gradient at each. Where there is none: nan or inf."""
    points = np.array(np.meshgrid(xs, ys)).reshape(2, -1)
    with np.errstate(all="ignore"):
        return points, np.asarray(gradient(points), dtype=np.float64)
