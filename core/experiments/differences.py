"""Numerical differentiation at one place, and its error over the step h: truncation against rounding.

With a large h the curve bends between the two points; with a small one their values agree in nearly all
digits, and the difference is made of rounding. In between the error has its least, later for float64 than
for float32, and lower for the central difference than for the forward one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.calculus.differentiation import central_difference, forward_difference

Floats = NDArray[np.float64]

LEAST_POWER, MOST_POWER = -15, 0
STEPS: Floats = 10.0 ** np.linspace(LEAST_POWER, MOST_POWER, 4 * (MOST_POWER - LEAST_POWER) + 1)
"""The steps of an error curve: four a power of ten."""
METHODS = ("central", "forward")
PRECISIONS: Mapping[str, type[np.floating[Any]]] = {"float64": np.float64, "float32": np.float32}


class Differentiable(Protocol):
    """A function of one number, in float64 and float32, with its exact derivative."""

    def value(self, point: Any) -> Any: ...

    def gradient(self, point: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Differences:
    """Both differences at x, with the values that they are made of: behind is f(x − h), ahead f(x + h)."""

    x: float
    h: float
    value: float
    behind: float
    ahead: float
    exact: float
    central: float
    forward: float

    @property
    def intercept(self) -> float:
        """Where the book's tangent meets the axis: y = central · x + intercept."""
        return self.value - self.central * self.x


def differences(f: Differentiable, x: float, h: float) -> Differences:
    """What stands in the formula at x, in float64. Where f is undefined: nan or inf."""
    at = np.float64(x)
    with np.errstate(all="ignore"):
        return Differences(
            x,
            h,
            float(f.value(at)),
            float(f.value(at - h)),
            float(f.value(at + h)),
            float(f.gradient(at)),
            float(central_difference(f.value, at, h)),
            float(forward_difference(f.value, at, h)),
        )


def errors(f: Differentiable, x: float, method: str, precision: str) -> Floats:
    """|difference − f′(x)| for each of `STEPS`; the whole difference is computed in this precision. NaN where
    there is none."""
    kind = PRECISIONS[precision]
    h: Any = STEPS.astype(kind)
    at: Any = np.full(h.shape, x, dtype=kind)
    difference = central_difference if method == "central" else forward_difference
    with np.errstate(all="ignore"):
        found = np.asarray(difference(f.value, at, h), dtype=np.float64)
        error = np.abs(found - float(f.gradient(np.float64(at[0]))))
    return np.where(np.isfinite(error), error, np.nan)
