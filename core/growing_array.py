"""An array that values are appended to, for the losses of a run, what it reports and what a plot draws.

What was appended never changes. So a view of it is a copy that takes no room: it stays right while the array
grows, also in another thread.
"""

from __future__ import annotations

from typing import Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


class GrowingArray(Generic[Number]):
    """One-dimensional. It doubles when it is full, so that n appended values cost O(n)."""

    def __init__(self, dtype: type[Number]) -> None:
        self._buffer: NDArray[Number] = np.empty(256, dtype)
        self.size = 0

    @classmethod
    def of(cls, values: NDArray[Number]) -> Self:
        """One that begins with these, (n,), which nobody may change any more. They are copied only when the
        first value is appended."""
        array = cls(values.dtype.type)
        array._buffer, array.size = values, len(values)
        return array

    @property
    def values(self) -> NDArray[Number]:
        """What was appended so far, (n,): a view that nobody writes to."""
        view = self._buffer[: self.size]
        view.flags.writeable = False
        return view

    def append(self, value: float) -> None:
        """One more."""
        self._make_room(self.size + 1)
        self._buffer[self.size] = value
        self.size += 1

    def extend(self, values: NDArray[np.generic]) -> None:
        """All of these more."""
        size = self.size + len(values)
        if size > self.size:  # nothing is ever written to an array that it only shares
            self._make_room(size)
            self._buffer[self.size : size] = values
            self.size = size

    def _make_room(self, size: int) -> None:
        if size > len(self._buffer):
            grown = np.empty(max(size, 2 * len(self._buffer)), self._buffer.dtype)
            grown[: self.size] = self.values
            self._buffer = grown
