"""The data of one line of a plot: everything that was appended or shared, and the few points worth drawing.

Every value is there exactly; thinning and smoothing are for drawing only, and only what is drawn of them is
kept. It knows no Qt.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.growing_array import GrowingArray
from gui.widgets.plot.places import Counted, Given, Places
from gui.widgets.plot.smoothing import ThinnedAverages, average_at

Floats = NDArray[np.float64]


class BlockExtremes:
    """Lowest and highest value of each whole block of `stride` (a power of 2) values from `begin`, a multiple
    of it, kept up to date.

    Blocks start at multiples of the stride, so that a block never changes once it is whole and only new data
    are looked at. NaN is passed over; a block of nothing else is NaN.
    """

    def __init__(self, begin: int, stride: int) -> None:
        self.begin, self.stride = begin, stride
        self.lows = GrowingArray(np.float64)
        self.highs = GrowingArray(np.float64)

    def update(self, values: Floats) -> None:
        """Take in the blocks of `values`, all data from the first on, that have become whole."""
        known = self.begin + self.lows.size * self.stride
        new = values[known : len(values) // self.stride * self.stride]
        low = high = new
        # Pairs, then pairs of pairs: far faster in NumPy than a reduction over many short rows.
        for _ in range(self.stride.bit_length() - 1):
            low, high = np.fmin(low[0::2], low[1::2]), np.fmax(high[0::2], high[1::2])
        self.lows.extend(low)
        self.highs.extend(high)


class Series:
    """Points (x, y) in the order of x: copies of what was appended, or arrays that are shared.

    `window`: how many points, about, the smoothing averages over; 1 smooths nothing.
    """

    def __init__(self, window: int = 1) -> None:
        self._window = window
        self.clear()

    def clear(self) -> None:
        """Forget all points."""
        self._x: Places = Given()
        self._y = GrowingArray(np.float64)
        self._averages = ThinnedAverages(self._window, 0, 1)
        self._blocks = BlockExtremes(0, 1)
        self._extremes: dict[tuple[bool, bool], tuple[float, float]] = {}

    def append(self, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points; both may be numbers or arrays of one length. ValueError if x goes backwards."""
        x = np.atleast_1d(np.asarray(xs, dtype=np.float64))
        y = np.atleast_1d(np.asarray(ys, dtype=np.float64))
        if x.shape != y.shape or x.ndim != 1:
            raise ValueError(f"xs and ys must be of one length: {x.shape}, {y.shape}")
        if not len(x):
            return
        if not isinstance(self._x, Given):
            raise ValueError("the points of this series are counted: share them")
        if (len(self) and x[0] < self.last_x) or np.any(x[1:] < x[:-1]) or np.any(np.isnan(x)):
            raise ValueError("the points of a series must be in the order of x")
        self._x.extend(x)
        self._y.extend(y)
        self._include_new(len(self) - len(y))

    def share(self, y: Floats, x: Floats | None = None) -> None:
        """Let these be the points, at x = 1, 2, 3, … unless told otherwise. They are arrays that others read
        as well and nobody changes, not copied; those that are here already are their first."""
        known = len(self)
        self._x = Counted(len(y)) if x is None else Given(x)
        self._y = GrowingArray.of(y)
        self._include_new(known)

    def __len__(self) -> int:
        return self._y.size

    def data(self) -> tuple[Floats, Floats]:
        """Copies of all x and y, exactly as they came."""
        return self._x.at(np.arange(len(self))), self._y.values.copy()

    def x_at(self, index: int) -> float:
        """The x of that point."""
        return float(self._x.at(index))

    @property
    def last_x(self) -> float:
        """The largest x. There must be a point."""
        return self.x_at(len(self) - 1)

    @property
    def y(self) -> Floats:
        """A view of all y."""
        return self._y.values

    def smoothed_at(self, index: int) -> float:
        """The smoothed y of that point."""
        return average_at(self._y.values, index, self._window)

    def set_window(self, window: int) -> None:
        """Smooth over another number of points, from the first point on."""
        self._window = window

    def extremes(self, positive: bool = False, after_first: bool = False) -> tuple[float, float] | None:
        """Lowest and highest finite y, or of those above 0; None if there is none. `after_first`: only of
        points that lie beyond the first x."""
        return self._extremes.get((positive, after_first))

    def nearest(self, x: float) -> int:
        """Index of the point nearest to `x`. There must be one."""
        right = self._x.find(x)
        if right == 0:
            return 0
        if right == len(self) or x - self.x_at(right - 1) <= self.x_at(right) - x:
            return right - 1
        return right

    def outline(
        self, low: float, high: float, pixels: float, positive: bool = False
    ) -> tuple[Floats, Floats]:
        """The raw line between x = `low` and `high`, drawn on `pixels` columns: about two points a column.

        Where there are more, each block of points is drawn as its lowest and highest, so that spikes stay.
        `positive`: a lowest that is not above 0 (and has no logarithm) gives way to the highest.
        """
        start, stop, stride = self._visible(low, high, pixels, 2.0)
        x, y = self._x, self._y.values
        if stride == 1:
            return x.at(np.arange(start, stop)), y[start:stop]
        first = start // stride
        if (self._blocks.begin, self._blocks.stride) != (first * stride, stride):
            self._blocks = BlockExtremes(first * stride, stride)
        last = min(len(y), -(-stop // stride) * stride)
        self._blocks.update(y[:last])
        whole = last // stride
        lows, highs = (ends.values[: whole - first] for ends in (self._blocks.lows, self._blocks.highs))
        tail = y[whole * stride : stop]
        if len(tail):
            lows = np.append(lows, np.fmin.reduce(tail))
            highs = np.append(highs, np.fmax.reduce(tail))
        begins = np.arange(first, first + len(lows)) * stride
        if positive:
            lows = np.where(lows > 0.0, lows, highs)
        # Within a block, the extreme nearer to its first value comes first: a falling line stays one line.
        falling = y[begins] * 2.0 > lows + highs
        xs, ys = np.empty(2 * len(lows)), np.empty(2 * len(lows))
        xs[0::2], xs[1::2] = x.at(begins), x.at(np.minimum(begins + stride // 2, len(x) - 1))
        ys[0::2], ys[1::2] = np.where(falling, highs, lows), np.where(falling, lows, highs)
        return xs, ys

    def line(self, low: float, high: float, pixels: float) -> tuple[Floats, Floats]:
        """The smoothed line between x = `low` and `high`, at most about one point a column."""
        start, stop, stride = self._visible(low, high, pixels, 1.0)
        # Multiples of the stride, and the newest point: the line does not tremble as it grows.
        begin, y = start - start % stride, self._y.values
        known = self._averages
        if (known.window, known.begin, known.stride) != (self._window, begin, stride):
            known = self._averages = ThinnedAverages(self._window, begin, stride)
        known.update(y[:stop])
        chosen = np.arange(begin, stop, stride)
        averages = known.values[: len(chosen)]
        if len(chosen) and chosen[-1] != stop - 1:
            chosen = np.append(chosen, stop - 1)
            averages = np.append(averages, self.smoothed_at(stop - 1))
        return self._x.at(chosen), averages

    def _visible(self, low: float, high: float, pixels: float, dense: float) -> tuple[int, int, int]:
        """(first, one past the last, stride): the points from one before `low` to one after `high`, and
        the power of 2 that leaves at most one block a column where more than `dense` points share one."""
        start = max(0, self._x.find(low) - 1)
        stop = min(len(self), self._x.find(high, side="right") + 1)
        if stop - start < 3 or not high > low:
            return start, stop, 1
        covered = max(1.0, pixels * (self.x_at(stop - 1) - self.x_at(start)) / (high - low))
        density = (stop - start) / covered
        # The slack keeps the stride from changing back and forth while a line of even density grows.
        stride = 1 if density <= dense else 2 ** math.ceil(math.log2(density) - 0.05)
        return start, stop, stride

    def _include_new(self, known: int) -> None:
        """All points beyond the first so many are new: what do they do to the extremes?"""
        y = self._y.values
        beyond = max(known, self._x.find(self.x_at(0), side="right")) if len(self) else known
        for positive in (False, True):
            self._include(y[known:], positive, after_first=False)
            self._include(y[beyond:], positive, after_first=True)

    def _include(self, y: Floats, positive: bool, after_first: bool) -> None:
        kept = y[np.isfinite(y) & (y > 0.0)] if positive else y[np.isfinite(y)]
        if not len(kept):
            return
        low, high = float(kept.min()), float(kept.max())
        known = self._extremes.get((positive, after_first), (low, high))
        self._extremes[positive, after_first] = (min(low, known[0]), max(high, known[1]))
