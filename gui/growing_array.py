"""An array that values are appended to, for what a run reports and what a plot draws."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


class GrowingArray(Generic[Number]):
    """One-dimensional. It doubles when it is full, so that n appended values cost O(n)."""

    def __init__(self, dtype: type[Number]) -> None:
        self._buffer = np.empty(256, dtype)
        self.size = 0

    @property
    def values(self) -> NDArray[Number]:
        """What was appended so far, (n,): a view that nobody writes to."""
        view = self._buffer[: self.size]
        view.flags.writeable = False
        return view

    def extend(self, values: NDArray[np.generic]) -> None:
        size = self.size + len(values)
        if size > len(self._buffer):
            grown = np.empty(max(size, 2 * len(self._buffer)), self._buffer.dtype)
            grown[: self.size] = self.values
            self._buffer = grown
        self._buffer[self.size : size] = values
        self.size = size
