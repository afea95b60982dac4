"""The functions of one number that numerical differentiation offers, and what is found out about one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import LabError, translatable
from core.experiments.curve import Curve, sampled
from core.experiments.differences import METHODS, PRECISIONS, Differences, differences, errors
from core.experiments.typed import typed_function

NAMES = ("x",)
TYPED = "typed"
REACH = 2.5
"""How many h are seen on either side of x through the magnifying glass."""


class Offered(NamedTuple):
    """A function to choose: as it is typed, as it is written, from where to where, and an x to begin with."""

    text: str
    title: str
    left: float
    right: float
    x: float


OFFERED: Mapping[str, Offered] = {
    "parabola": Offered("0.01*x**2 + 0.1*x", "0.01x² + 0.1x", 0.0, 20.0, 5.0),
    "two_valleys": Offered("x**4 - 2*x**2 + 0.3*x", "x⁴ − 2x² + 0.3x", -1.8, 1.8, -1.4),
    "sine": Offered("sin(x)", "sin x", -6.0, 6.0, 1.0),
    "exponential": Offered("exp(x)", "exp x", -3.0, 3.0, 1.0),
    "pole": Offered("1/x", "1/x", -3.0, 3.0, 1.0),
    "kink": Offered("abs(x)", "|x|", -2.0, 2.0, 0.5),
    "oscillating": Offered("sin(1/x)", "sin(1/x)", -1.0, 1.0, 0.2),
}


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """All that the picture shows. `near` is f through the glass: (f(x + t·h) − f(x)) / h over t."""

    text: str
    curve: Curve
    near: Curve
    differences: Differences
    errors: Mapping[tuple[str, str], NDArray[np.float64]]
    at_kink: bool


def found_out(text: str, x: float, h: float, left: float, right: float) -> Found:
    """LabError where the text is not a function, or the interval is none."""
    f = typed_function(text, NAMES)
    if not left < right:
        template = translatable(
            "errors", "Nothing lies between {left} and {right}: let “from” be the smaller."
        )
        raise LabError(template, left=left, right=right)
    middle = float(f.value(np.float64(x)))
    near = sampled(lambda t: (f.value(x + t * h) - middle) / h, -REACH, REACH, 301)
    all_errors = {
        (method, precision): errors(f, x, method, precision) for method in METHODS for precision in PRECISIONS
    }
    at_kink = NAMES[0] in f.graph and f.at_kink(x)
    return Found(text, _curve(text, left, right), near, differences(f, x, h), all_errors, at_kink)


@lru_cache(maxsize=8)
def _curve(text: str, left: float, right: float) -> Curve:
    """Kept, for it stays the same while x is dragged."""
    return sampled(typed_function(text, NAMES).value, left, right)
