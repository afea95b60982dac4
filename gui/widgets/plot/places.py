"""Where the points of a series lie on the axis x: at given numbers, or at 1, 2, 3, …, which take no room.

Both answer the same three questions: how many, which x has a point, which points lie where.
"""

from __future__ import annotations

from typing import Literal, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.growing_array import GrowingArray

Floats = NDArray[np.float64]
Side = Literal["left", "right"]


class Places(Protocol):
    """The x of a series, which never falls."""

    def __len__(self) -> int: ...

    def at(self, index: ArrayLike) -> Floats:
        """The x of these points, in the shape of `index`, each from 0 to one below the length."""

    def find(self, x: float, side: Side = "left") -> int:
        """How many points lie below `x`; with `side` right also those at `x`."""


class Given:
    """Places in an array."""

    def __init__(self, values: Floats | None = None) -> None:
        self._values = GrowingArray(np.float64) if values is None else GrowingArray.of(values)

    def __len__(self) -> int:
        return self._values.size

    def extend(self, values: Floats) -> None:
        """All of these more."""
        self._values.extend(values)

    def at(self, index: ArrayLike) -> Floats:
        found: Floats = self._values.values[np.asarray(index, np.intp)]
        return found

    def find(self, x: float, side: Side = "left") -> int:
        return int(np.searchsorted(self._values.values, x, side))


class Counted:
    """The whole numbers from 1 to `size`."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __len__(self) -> int:
        return self._size

    def at(self, index: ArrayLike) -> Floats:
        return np.add(index, 1.0)

    def find(self, x: float, side: Side = "left") -> int:
        below = np.floor(x) if side == "right" else np.ceil(x) - 1.0
        return int(np.clip(below, 0, self._size))
