"""A data set at a glance: how many examples each class has, the mean example of each, and which values occur.

It reads every value once, in slices, and is worth keeping: 60,000 images take a few tenths of a second.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import Split
from core.errors import DataError, translatable
from core.inspection.predictions import PROGRESS_ROWS, Progress

SLICE_ROWS = 100  # so few that the product stays on one core, out of the way of a training
FLOAT_BINS = 50


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """counts: (C,) examples of each class. means: (C, D) float32, the mean input of each class, 0 to 1 for
    pixels; zeros for a class without examples. histogram: (B,) how often values occur, between edges (B + 1,)
    in the units in which they are stored: 256 bins, one for each value of a byte, or 50 for floats."""

    counts: NDArray[np.intp]
    means: NDArray[np.float32]
    histogram: NDArray[np.intp]
    edges: NDArray[np.float64]


def summarize(split: Split, classes: int) -> Generator[Progress, None, Summary]:
    """The summary of a split of a classification. Yields often, and may be closed then."""
    if split.t.ndim != 1:
        template = translatable("errors", "These data have no classes: their targets are numbers.")
        raise DataError(template)
    total, width = split.x.shape
    sums = np.zeros((classes, width))
    edges = _edges(split)
    histogram = np.zeros(len(edges) - 1, np.intp)
    for start in range(0, total, SLICE_ROWS):
        stop = min(start + SLICE_ROWS, total)
        x = split.x[start:stop]
        one_hot = np.zeros((classes, stop - start), np.float32)
        one_hot[split.t[start:stop], np.arange(stop - start)] = 1.0
        # Sums of a hundred bytes are whole numbers, which float32 holds exactly.
        sums += one_hot @ x.astype(np.float32, copy=False)
        if x.dtype == np.uint8:
            # Most pixels are blank, and counting those apart halves the time.
            ink = x[x > 0]
            histogram += np.bincount(ink, minlength=256)
            histogram[0] += x.size - ink.size
        else:
            histogram += np.histogram(x, edges)[0]
        if stop % PROGRESS_ROWS == 0 or stop == total:
            yield stop, total
    counts = np.bincount(split.t, minlength=classes)
    means = sums * split.scale / np.maximum(counts, 1)[:, np.newaxis]
    return Summary(counts, means.astype(np.float32), histogram, edges)


def _edges(split: Split) -> NDArray[np.float64]:
    if split.x.dtype == np.uint8:
        return np.arange(257.0)
    least, most = float(split.x.min()), float(split.x.max())
    return np.linspace(least, most if most > least else least + 1.0, FLOAT_BINS + 1)
