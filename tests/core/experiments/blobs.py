"""What the tests of the loss surface share: a small data set, and the end of a generator."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np

from core.data import DataSet, Split


def blobs(count: int = 120) -> DataSet:
    """Three clouds in eight dimensions."""
    rng = np.random.default_rng(5)
    t = np.arange(count) % 3
    x = rng.standard_normal((3, 8))[t] + 0.4 * rng.standard_normal((count, 8))
    split = Split(x.astype(np.float32), t)
    return DataSet("blobs", "Blobs", split, split, 3)


def result_of(steps: Generator[Any, None, Any]) -> Any:
    """What a generator returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
