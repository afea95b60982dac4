"""Optimizers that go down one surface from one start, with every place on their ways."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.calculus.descent import descend
from core.calculus.differentiation import numerical_gradient
from core.nn.optimizers import OptimizerSpec

Floats = NDArray[np.float64]

FAR = 10.0
"""A way whose distance from the middle of what is shown is so many times half its size runs away."""


class Surface(Protocol):
    """A function of two numbers with its exact gradient, as in `core.calculus.functions`."""

    def value(self, point: Any) -> Any: ...

    def gradient(self, point: Any) -> Any: ...


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """`path` (updates + 1, 2): the start, and the position after each update; `heights` are f there.
    `away` is the first update after which it is far off, or its numbers are not finite; None if it stays."""

    spec: OptimizerSpec
    path: Floats
    heights: Floats
    away: int | None


def racing(
    function: Surface,
    specs: Sequence[OptimizerSpec],
    start: tuple[float, float],
    updates: int,
    shown: tuple[tuple[float, float], tuple[float, float]],
    by_differences: bool = False,
) -> Generator[tuple[int, int], None, tuple[Way, ...]]:
    """Each optimizer in turn. `by_differences`: with the numerical gradient, as the book's descent."""
    gradient = partial(numerical_gradient, function.value) if by_differences else function.gradient
    ways = []
    for done, spec in enumerate(specs):
        yield done, len(specs)
        path = descend(spec.build().update, gradient, start, updates)
        with np.errstate(all="ignore"):
            heights = np.asarray(function.value(path.T), dtype=np.float64)
        ways.append(Way(spec, path, heights, _away(path, shown)))
    return tuple(ways)


def _away(path: Floats, shown: tuple[tuple[float, float], tuple[float, float]]) -> int | None:
    middle = np.array([(low + high) / 2 for low, high in shown])
    half = np.array([(high - low) / 2 for low, high in shown])
    with np.errstate(all="ignore"):
        gone = ~(np.abs(path - middle) <= FAR * half).all(axis=1)
    return int(gone.argmax()) if gone.any() else None


def clipped(path: Floats, low: tuple[float, float], high: tuple[float, float]) -> Floats:
    """The pieces of a path, (n, 2), that lie in a box: (m, 2), with a row of NaN after each. A line to a
    point far off keeps its direction up to the edge; one to a point that is not finite is left out."""
    starts, ends = path[:-1], path[1:]
    box = np.array(low), np.array(high)
    with np.errstate(all="ignore"):
        across = ends - starts
        # Shares of the way at which a line meets the edges (Liang and Barsky 1984); 0/0 lies in an edge.
        meets = np.stack([(edge - starts) / across for edge in box])
        still = across == 0.0
        inside = (starts >= box[0]) & (starts <= box[1])
        first = np.where(still, np.where(inside, 0.0, 2.0), meets.min(axis=0)).max(axis=1).clip(0.0, None)
        last = np.where(still, np.where(inside, 1.0, -1.0), meets.max(axis=0)).min(axis=1).clip(None, 1.0)
        seen = (first <= last) & np.isfinite(across).all(axis=1)
        pieces = np.full((len(starts), 3, 2), np.nan)
        pieces[:, 0] = starts + first[:, None] * across
        pieces[:, 1] = np.where(last[:, None] == 1.0, ends, starts + last[:, None] * across)
    pieces = pieces[seen]
    goes_on = (pieces[1:, 0] == pieces[:-1, 1]).all(axis=1)
    kept = np.ones(pieces.shape[:2], dtype=bool)
    kept[:-1, 2], kept[1:, 0] = ~goes_on, ~goes_on
    return pieces[kept]
