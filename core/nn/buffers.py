"""Arrays that a layer writes into again and again, so that an iteration takes no further memory.

Fresh memory is slow: the system hands out large arrays page by page, and clearing the pages costs more than
the arithmetic of a small layer.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core import memory


class Buffers:
    """Arrays by name, each kept until another shape is asked for. What was in it is still in it."""

    def __init__(self, dtype: DTypeLike) -> None:
        self.dtype = np.dtype(dtype)
        self._arrays: dict[str, NDArray[Any]] = {}

    def get(self, name: str, shape: tuple[int, ...], dtype: DTypeLike | None = None) -> NDArray[Any]:
        array = self._arrays.get(name)
        if array is None or array.shape != shape:
            array = memory.empty(shape, self.dtype if dtype is None else dtype)
            self._arrays[name] = array
        return array

    def ones(self, length: int) -> NDArray[Any]:
        """A vector of ones: `ones @ a` sums the rows of a, several times faster than `a.sum(axis=0)`."""
        array = self._arrays.get("ones")
        if array is None or len(array) != length:
            array = np.ones(length, self.dtype)
            self._arrays["ones"] = array
        return array
