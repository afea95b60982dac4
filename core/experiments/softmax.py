"""Softmax in two ways, step by step: as its formula reads, and with the largest operand subtracted first.

The operands are z = (s + c) / T: scores s, a number c that is added to all of them, a temperature T. Both
ways are the same in exact numbers. In floating point exp is beyond the largest number soon, and NaN follows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.losses import softmax

Floats = NDArray[Any]

PRECISIONS = ("float64", "float32")
COLDEST, HOTTEST = 0.01, 100.0
"""The temperature lies between these."""


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One way through softmax: operands of exp (C,), their exponentials, the sum of these, the outputs."""

    operands: Floats
    exponentials: Floats
    total: Any
    outputs: Floats

    @property
    def problem(self) -> str:
        """What goes wrong, in a word: empty for nothing. `digits`: some exponentials are 0; `sum`: their sum
        alone is inf; `some` and `all`: so many exponentials are inf; `none`: all are 0, and so is the sum."""
        infinite = np.isinf(self.exponentials)
        if infinite.any():
            return "all" if infinite.all() else "some"
        if not self.exponentials.any():
            return "none"
        if np.isinf(self.total):
            return "sum"
        return "" if self.exponentials.all() else "digits"


def operands(scores: Sequence[float], shift: float, temperature: float, precision: str) -> Floats:
    """z = (s + c) / T, (C,), in this float type."""
    kind = np.dtype(precision).type
    found: Floats = (np.array(scores, kind) + kind(shift)) / kind(temperature)
    return found


def naive(z: Floats) -> Way:
    """exp(z) / Σ exp(z), as it is written; inf, 0 and nan where floating point ends."""
    with np.errstate(all="ignore"):
        exponentials = np.exp(z)
        total = exponentials.sum()
        return Way(z, exponentials, total, exponentials / total)


def stable(z: Floats) -> Way:
    """exp(z − max z) / Σ exp(z − max z): no operand is above 0, and the sum lies between 1 and C."""
    return naive(z - z.max())


def over_temperature(scores: Sequence[float], temperatures: Floats) -> Floats:
    """The probabilities at each temperature, (N, C): the colder, the more the largest score has of all."""
    return softmax(np.array(scores, np.float64) / temperatures[:, np.newaxis])


def largest(values: Floats | Sequence[float]) -> tuple[int, ...]:
    """The places of the largest number, more than one for equal ones. None for NaN among them."""
    array = np.asarray(values, np.float64)
    return tuple(np.flatnonzero(array == array.max()).tolist())


def powers(precision: str) -> tuple[float, float]:
    """The powers of ten between which exp is a number of this type: below it is 0, above inf."""
    info = np.finfo(precision)
    return math.log10(float(info.smallest_subnormal)), math.log10(float(info.max))


def overflow(precision: str) -> float:
    """The largest operand of which exp is finite: 709.78 in float64, 88.72 in float32."""
    return math.log(float(np.finfo(precision).max))
