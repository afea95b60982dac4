"""A batch as floats, in arrays that are used in turn.

If each batch used the array of the last one, the core that writes it would wait for the other core, which
has just read half of it for the products. After a few other batches, an array has left that core's cache.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core import memory
from core.data.data_set import Split

MOST_ARRAYS = 4
MOST_BYTES = 4 << 20
"""The size of all of them. Larger batches leave the cache by themselves."""


class Gatherer:
    """Fetches batches of `rows` examples of a split as (rows, D) floats of a type."""

    def __init__(self, split: Split, rows: int, dtype: DTypeLike = np.float32) -> None:
        shape = (rows, split.x.shape[1])
        first = memory.empty(shape, dtype)
        count = max(1, min(MOST_ARRAYS, MOST_BYTES // max(first.nbytes, 1)))
        self._arrays = [first, *(memory.empty(shape, dtype) for _ in range(count - 1))]
        self._stored = memory.empty(shape, split.x.dtype)
        self._split = split
        self._turn = 0

    def batch(self, index: NDArray[np.intp]) -> NDArray[np.floating[Any]]:
        """x[index] · scale, valid until the next call. IndexError for an index outside 0 … N - 1."""
        self._turn = (self._turn + 1) % len(self._arrays)
        x = self._arrays[self._turn]
        self._split.gather(index, x, self._stored)
        return x
