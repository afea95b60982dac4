"""Arrays that begin where a cache line does.

Two cores share memory a line of 64 bytes at a time. An array that begins inside a line makes every wide store
touch two of them; where the other core has just read the array, as with the parameters after each product, an
update then takes almost twice as long. NumPy itself promises 16 bytes.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

LINE_BYTES = 64


def empty(shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
    """Works as `np.empty`, in row order: what stands in it means nothing."""
    dtype = np.dtype(dtype)
    size = math.prod(shape) * dtype.itemsize
    room = np.empty(size + LINE_BYTES, np.uint8)
    start = -room.ctypes.data % LINE_BYTES
    return room[start : start + size].view(dtype).reshape(shape)


def zeros(shape: tuple[int, ...], dtype: DTypeLike) -> NDArray[Any]:
    """Works as `np.zeros`, in row order."""
    array = empty(shape, dtype)
    array[...] = 0
    return array
