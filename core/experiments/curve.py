"""The curve of a function over an interval, as it may be drawn: with a gap where the function has one.

A line through samples would join both sides of a pole or of a jump by a vertical that is not there. So each
step that is too large is bisected: across a continuous piece it shrinks, across a gap it stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SAMPLES = 801
ENORMOUS = 1e150
"""Beyond this a value is a gap: sums and squares of it would leave float64."""
_SUSPECT = 0.02  # of the range of most values: a step so large is looked at closely
_ROUNDS = 40
_SPLIT = 0.4871  # not ½, which would meet the pole of 1/x exactly
_FAR = 8.0  # times the range of most values: what lies farther out is cut


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Points with NaN for a gap; `low` and `high` are what is worth showing of y, `least` and `most` what it
    reaches. `has_gap`: somewhere in the interval there is no value, or a jump."""

    x: Floats
    y: Floats
    low: float
    high: float
    least: float
    most: float
    has_gap: bool

    @property
    def is_cut(self) -> bool:
        """Whether some of it lies outside of what is shown."""
        return self.least < self.low or self.most > self.high


def sampled(f: Callable[[Any], Any], left: float, right: float, samples: int = SAMPLES) -> Curve:
    """The curve of f from `left` to `right`; f takes an array and may give inf or nan."""
    x = np.linspace(left, right, samples)
    y = _values(f, x)
    known = y[np.isfinite(y)]
    if not len(known):
        return Curve(x, y, -1.0, 1.0, 0.0, 0.0, True)
    low, high = _shown(known)
    gaps, ends = _gaps(f, x, y, _SUSPECT * max(high - low, 1e-300))
    # Either side of a gap is followed up to it.
    at = np.repeat(gaps + 1, 3)
    x = np.insert(x, at, ends[0].ravel())
    y = np.insert(y, at, ends[1].ravel())
    known = y[np.isfinite(y)]
    return Curve(x, y, low, high, float(known.min()), float(known.max()), bool(np.isnan(y).any()))


def _values(f: Callable[[Any], Any], x: Floats) -> Floats:
    with np.errstate(all="ignore"):
        y = np.array(f(x), dtype=np.float64)
        y[~(np.abs(y) <= ENORMOUS)] = np.nan
    return y


def _shown(known: Floats) -> tuple[float, float]:
    """The whole range, or where a few values lie far out, that of most with as much room around it."""
    least, most = float(known.min()), float(known.max())
    near, far = (float(value) for value in np.quantile(known, (0.05, 0.95)))
    span = far - near
    if span > 0.0 and most - least > _FAR * span:
        least, most = max(least, near - span), min(most, far + span)
    room = 0.06 * (most - least) or 0.5 * abs(most) or 1.0
    return least - room, most + room


def _gaps(
    f: Callable[[Any], Any], x: Floats, y: Floats, step: float
) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """The places before which the curve is broken, and for each the two ends and NaN between: (2, n, 3)."""
    with np.errstate(invalid="ignore"):
        suspects = np.flatnonzero(np.abs(np.diff(y)) > step)
    a, b, ya, yb = x[suspects], x[suspects + 1], y[suspects], y[suspects + 1]
    first = np.abs(yb - ya)
    broken = np.zeros(len(suspects), dtype=bool)
    for _ in range(_ROUNDS if len(suspects) else 0):
        middle = a + _SPLIT * (b - a)
        ym = _values(f, middle)
        broken |= np.isnan(ym)
        left = (np.abs(ym - ya) >= np.abs(yb - ym)) & ~broken
        right = ~left & ~broken
        b, yb = np.where(left, middle, b), np.where(left, ym, yb)
        a, ya = np.where(right, middle, a), np.where(right, ym, ya)
    broken |= np.abs(yb - ya) > 0.5 * first
    nothing = np.full(len(suspects), np.nan)
    ends = np.stack([np.stack([a, (a + b) / 2, b], axis=1), np.stack([ya, nothing, yb], axis=1)])
    return suspects[broken], ends[:, broken]
