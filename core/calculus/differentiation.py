"""Derivatives taken numerically, by evaluating a function at two points a small step apart.

Nothing here knows a derivative rule: the answers are approximations, with an error of their own in the last
digits, which is what makes them an independent check of rules. `h` is 1e−4 throughout, as in the book
(chapter 4): much smaller, and rounding eats the difference; much larger, and the curve bends in between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Point = npt.NDArray[np.float64]
Number = TypeVar("Number", float, npt.NDArray[np.float64])

STEP = 1e-4


def forward_difference(f: Callable[[Number], Number], x: Number, h: float = STEP) -> Number:
    """(f(x + h) − f(x)) / h, of one number or of each in an array. Its error shrinks with h."""
    return (f(x + h) - f(x)) / h


def central_difference(f: Callable[[Number], Number], x: Number, h: float = STEP) -> Number:
    """(f(x + h) − f(x − h)) / 2h, the book's `numerical_diff`, of one number or of each in an array.
    Its error shrinks with h²."""
    return (f(x + h) - f(x - h)) / (2 * h)


@dataclass(frozen=True, slots=True)
class Line:
    """y = slope·x + intercept."""

    slope: float
    intercept: float

    def __call__(self, x: float) -> float:
        return self.slope * x + self.intercept


def tangent_line(f: Callable[[float], float], x: float, h: float = STEP) -> Line:
    """The line through (x, f(x)) with the slope of the central difference there."""
    slope = central_difference(f, x, h)
    return Line(slope, f(x) - slope * x)


def partial_derivative(f: Callable[[Point], Any], point: npt.ArrayLike, index: int, h: float = STEP) -> float:
    """∂f/∂x_index at the point, (n,): the central difference with all other coordinates held."""
    at = np.array(point, dtype=np.float64)

    def along(value: float) -> float:
        at[index] = value
        return _one_number(f(at))

    return central_difference(along, float(at[index]), h)


def numerical_gradient(f: Callable[[Point], Any], point: npt.ArrayLike, h: float = STEP) -> Point:
    """All partial derivatives of f at the point, in the point's own shape: (n,) → (n,), as float64.

    A point may also be a single number or a matrix. f is called twice for each coordinate, with one array
    that is changed in one place: it must not keep it. What it gives is one number, in any shape.
    """
    at = np.array(point, dtype=np.float64)
    gradient = np.empty_like(at)
    flat, slopes = at.reshape(-1), gradient.reshape(-1)
    for index, middle in enumerate(flat.tolist()):
        flat[index] = middle + h
        above = _one_number(f(at))
        flat[index] = middle - h
        below = _one_number(f(at))
        flat[index] = middle
        slopes[index] = (above - below) / (2 * h)
    return gradient


def _one_number(value: Any) -> float:
    return float(np.asarray(value).item())
