"""The smoothed line of a plot: an exponential moving average that takes its numbers in pieces.

It does not keep what it was given; a series does. Of the averages only those that are drawn are kept. No loop
over single points, however long the data.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.growing_array import GrowingArray

Floats = NDArray[np.float64]

REACH = 40
"""Windows after which a value has no weight that float64 would notice: e⁻⁴⁰ of it is left."""

# A value beyond this is left out: added up with the weights of a piece it could overflow float64.
_LARGEST = 1e200
_AT_ONCE = 65_536


class MovingAverage:
    """Exponential moving average over about `window` points, corrected for its start.

    s_i = Σ_{j≤i} βⁱ⁻ʲ·x_j / Σ_{j≤i} βⁱ⁻ʲ, β = 1 − 1/window: the first average is the first value, not a
    value pulled towards 0. A point that is not a finite number has no weight and is a gap in the result.
    With a window of 1 the result is the data.
    """

    def __init__(self, window: int = 1) -> None:
        self.window = max(1, window)
        self._decay = 1.0 - 1.0 / self.window
        self._sum = 0.0
        self._weight = 0.0
        # Inside a piece, point j is scaled by β⁻ʲ and the running sum scaled back by βⁱ. Pieces in which the
        # scale stays under e³⁰ (about 10¹³) neither overflow nor lose digits that could be seen.
        log_decay = math.log(self._decay) if self._decay > 0.0 else -1.0
        self._piece = max(1, min(4096, int(30.0 / -log_decay)))
        self._powers = np.exp(log_decay * np.arange(self._piece))

    def extend(self, values: Floats) -> Floats:
        """The averages at the points `values` (n,), which follow on what was given before: (n,)."""
        if self.window == 1:
            return values.copy()
        result = np.empty(len(values))
        for start in range(0, len(values), self._piece):
            piece = values[start : start + self._piece]
            result[start : start + len(piece)] = self._extend_piece(piece)
        return result

    def _extend_piece(self, values: Floats) -> Floats:
        powers = self._powers[: len(values)]
        known = np.abs(values) < _LARGEST  # False for NaN
        sums = self._sum * self._decay * powers + np.cumsum(np.where(known, values, 0.0) / powers) * powers
        weights = self._weight * self._decay * powers + np.cumsum(known / powers) * powers
        self._sum, self._weight = float(sums[-1]), float(weights[-1])
        return np.divide(sums, weights, out=np.full(len(values), np.nan), where=known)


class ThinnedAverages:
    """The averages at every `stride`-th point of a line from point `begin` on, a multiple of it, kept up to
    date. What lies further before that than `REACH` windows is not looked at.
    """

    def __init__(self, window: int, begin: int, stride: int) -> None:
        self.window, self.begin, self.stride = window, begin, stride
        self._average = MovingAverage(window)
        self._next = max(0, begin - REACH * self._average.window)
        self._kept = GrowingArray(np.float64)

    def update(self, values: Floats) -> None:
        """Take in the line as it is by now, from its first point on."""
        while self._next < len(values):
            piece = values[self._next : self._next + _AT_ONCE]
            averages, first = self._average.extend(piece), max(self.begin - self._next, 0)
            self._kept.extend(averages[first + (-(self._next + first)) % self.stride :: self.stride])
            self._next += len(piece)

    @property
    def values(self) -> Floats:
        return self._kept.values


def average_at(values: Floats, index: int, window: int) -> float:
    """The average at that point of a line."""
    first = max(0, index - REACH * max(1, window))
    return float(MovingAverage(window).extend(values[first : index + 1])[-1])
