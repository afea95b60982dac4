"""Ranges of the axes of a live plot: they grow in steps, so that a picture does not jump at every redraw.

Each object is told what the data reach and answers with the range to show. A range never shrinks until
`reset`. It knows neither widgets nor drawing; a logarithmic range is in powers of ten.
"""

from __future__ import annotations

import math

from gui.widgets.plot.ticks import nice_above, nice_step

# Room beyond the value that broke the range, as a share of the new span: the next one breaks it later.
_ROOM = 0.1
_STEPS = 5
# What still grows does not end at the edge.
_MORE = 1.001
# Beyond these, sums and quotients of ends of a range leave float64.
_LARGEST = 1e300
_SMALLEST = 1e-280
_DECADES = 300


class ProgressRange:
    """The range of an axis that counts up, in jumps to 1, 2 or 5 × 10ᵏ: what has come fills the picture from
    the first moment on. It ends at the planned total.

    `first`: where the axis ends at first, in its own units (iterations, epochs).
    """

    def __init__(self, first: float = 100.0) -> None:
        self._first = first
        self._planned = math.inf
        self.low = 0.0
        self.high = first

    def plan(self, total: float | None) -> None:
        """Where the last jump ends, or (None) nowhere."""
        self._planned = total if total else math.inf
        self.reset()

    def include(self, highest: float, grows: bool = True) -> None:
        """Make room for data up to `highest`, and for more to come if they grow."""
        if highest > self.high or (grows and highest == self.high < self._planned):
            self.high = nice_step(highest * _MORE, 1) if grows else nice_above(highest)
            if highest <= self._planned:
                self.high = min(self.high, self._planned)

    def reset(self) -> None:
        """Forget what was included; the plan stays."""
        self.high = min(self._first, self._planned)


class ValueRange:
    """The range of the values: nice bounds around the data, pinned where `floor` or `ceiling` say so."""

    def __init__(self, floor: float | None = None, ceiling: float | None = None, log: bool = False) -> None:
        self._floor = floor
        self._ceiling = ceiling
        self.log = log
        self.low = 0.0
        self.high = 1.0
        self._empty = True
        self.reset()

    def include(self, lowest: float, highest: float) -> None:
        """Make room for finite values; on a logarithmic range both must be above 0."""
        if self.log:
            self._include_decades(math.log10(lowest), math.log10(highest))
            return
        lowest, highest = self._pin(lowest), self._pin(highest)
        if self._empty:
            self._set(lowest, highest, room=0.0)
            self._empty = False
        elif lowest < self.low or highest > self.high:
            self._set(min(lowest, self.low), max(highest, self.high), room=_ROOM)

    def reset(self) -> None:
        """Forget what was included."""
        self._empty = True
        if self.log:
            self.low, self.high = -1.0, 0.0
        else:
            self.low = 0.0 if self._floor is None else self._floor
            self.high = self.low + 1.0 if self._ceiling is None else self._ceiling

    def _pin(self, value: float) -> float:
        low = -_LARGEST if self._floor is None else self._floor
        high = _LARGEST if self._ceiling is None else self._ceiling
        return min(max(value, low), high)

    def _include_decades(self, lowest: float, highest: float) -> None:
        low = min(max(math.floor(lowest + 1e-9), -_DECADES), _DECADES - 1)
        high = max(min(math.ceil(highest - 1e-9), _DECADES), low + 1)
        self.low = float(low if self._empty else min(low, self.low))
        self.high = float(high if self._empty else max(high, self.high))
        self._empty = False

    def _set(self, lowest: float, highest: float, room: float) -> None:
        """Round outwards to whole steps, after leaving room on the side that was broken."""
        span = highest - lowest
        below = room * span if lowest < self.low else 0.0
        above = room * span if highest > self.high else 0.0
        low = lowest - below if self._floor is None else self._floor
        if lowest >= 0.0:
            low = max(low, 0.0)  # room must not suggest that there are values below 0
        high = highest + above if self._ceiling is None else self._ceiling
        if high - low <= 1e-12 * max(abs(low), abs(high), _SMALLEST):
            low, high = self._spread(low, high)
        step = nice_step(high - low, _STEPS)
        self.low = math.floor(low / step + 1e-9) * step if self._floor is None else low
        self.high = math.ceil(high / step - 1e-9) * step if self._ceiling is None else high

    def _spread(self, low: float, high: float) -> tuple[float, float]:
        """A constant has no span of its own: show it in the middle of a span of its own size."""
        half = abs(low) / 2.0 if abs(low) > _SMALLEST else 0.5
        return (
            low - half if self._floor is None else low,
            high + half if self._ceiling is None else high,
        )
