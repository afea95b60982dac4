"""The ticks of an axis: steps of 1, 2 or 5, and texts with as many decimals as the step needs.

Plain functions of plain numbers, for linear and for logarithmic axes. A logarithmic axis is given in powers
of ten: its range -3 … 0 stands for the values 0.001 … 1. Nothing here draws.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_ROUND = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
# The rounding of a quotient such as 0.3 / 0.1 must not lose the last tick.
_SLACK = 1e-9
# Powers of ten beyond these leave float64.
_DECADES = 300


def nice_step(span: float, most: int) -> float:
    """Smallest step of the form 1, 2 or 5 × 10ᵏ that divides `span` into at most `most` parts."""
    smallest = span / most
    power = 10.0 ** math.floor(math.log10(smallest))
    for factor in (1.0, 2.0, 5.0):
        if factor * power >= smallest * (1.0 - _SLACK):
            return factor * power
    return 10.0 * power


def nice_above(value: float) -> float:
    """Smallest round number (two digits at most) that is not below the positive `value`."""
    power = 10.0 ** math.floor(math.log10(value))
    for factor in _ROUND:
        if factor * power >= value * (1.0 - _SLACK):
            return factor * power
    return 10.0 * power


def ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Positions and texts of at most about `most` + 1 ticks on a linear axis."""
    if not high > low:
        return []
    step = nice_step(high - low, most)
    first, last = math.ceil(low / step - _SLACK), math.floor(high / step + _SLACK)
    values = [index * step for index in range(first, last + 1)]
    largest = max((abs(value) for value in values), default=0.0)
    return [(value, _tick_text(value, step, largest)) for value in values]


def thinned(values: Sequence[float], most: int) -> list[tuple[float, str]]:
    """Given ticks, first and last always among them: all, or every second, third, … so that they divide the
    axis into at most `most` parts."""
    parts = len(values) - 1
    fitting = (step for step in range(1, parts) if parts % step == 0 and parts // step <= most)
    step = next(fitting, max(parts, 1))
    return [(value, _tick_text(value, 1.0, 0.0)) for value in values[::step]]


def log_ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Positions (in powers of ten) and texts of the ticks on a logarithmic axis.

    Whole decades, or, where less than a decade and a half is seen, round values between them.
    """
    if low < -_DECADES or high > _DECADES:
        return []
    if high - low < 1.5:
        between = ticks(10.0**low, 10.0**high, most)
        return [(math.log10(value), text) for value, text in between if value > 0.0]
    step = math.ceil((high - low) / most - _SLACK)
    first, last = math.ceil(low - _SLACK), math.floor(high + _SLACK)
    return [
        (float(n), "10" + str(n).translate(_SUPERSCRIPTS)) for n in range(first, last + 1) if n % step == 0
    ]


def _tick_text(value: float, step: float, largest: float) -> str:
    """The number with as many decimals as the step needs; powers of ten where these would be long."""
    if value == 0.0:
        value = 0.0  # never "-0"
    if largest >= 1e7 or step < 0.9e-4:
        digits = max(0, math.floor(math.log10(largest) + _SLACK) - math.floor(math.log10(step) + _SLACK))
        mantissa, exponent = f"{value:.{digits}e}".split("e")
        return "0" if value == 0.0 else _with_minus(f"{mantissa}e{int(exponent)}")
    decimals = max(0, -math.floor(math.log10(step) + _SLACK))
    return _with_minus(f"{value:,.{decimals}f}")


def _with_minus(text: str) -> str:
    """The minus sign of print, not the hyphen of a keyboard."""
    return text.replace("-", "−")
