"""The functions on which learners try derivatives and descents: the book's, and a few that lead astray.

Each states its formula, its value, its exact gradient, and the part of the plane worth looking at. The
coordinates of a function of two numbers stand on the first axis: a point is (2,), and a grid (2, height,
width) gives all its values (height, width) in one call. A function of one number takes each number given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import translatable

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Function:
    """A function of n numbers (1 or 2) with its exact gradient.

    `value` and `gradient` take the coordinates; `gradient` gives the shape that it was given. `domain` is an
    interval for each coordinate, `start` a place to begin a descent, `minima` the places where one may come
    to rest (none for a saddle).
    """

    name: str
    title: str
    formula: str
    value: Callable[[Any], Any]
    gradient: Callable[[Any], Any]
    domain: tuple[tuple[float, float], ...]
    start: tuple[float, ...]
    minima: tuple[tuple[float, ...], ...]

    @property
    def dimension(self) -> int:
        return len(self.domain)


def _parabola(x: Any) -> Any:
    return 0.01 * (x * x) + 0.1 * x


def _parabola_gradient(x: Any) -> Any:
    return 0.02 * x + 0.1


def _two_valleys(x: Any) -> Any:
    return x * x * x * x - 2 * x * x + 0.3 * x


def _two_valleys_gradient(x: Any) -> Any:
    return 4 * x * x * x - 4 * x + 0.3


def _sum_of_squares(point: Any) -> Any:
    x0, x1 = point
    return x0 * x0 + x1 * x1


def _sum_of_squares_gradient(point: Any) -> Values:
    x0, x1 = point
    return np.array([2 * x0, 2 * x1])


def _long_valley(point: Any) -> Any:
    x, y = point
    return x * x / 20 + y * y


def _long_valley_gradient(point: Any) -> Values:
    x, y = point
    return np.array([x / 10, 2 * y])


def _saddle(point: Any) -> Any:
    x, y = point
    return x * x - y * y


def _saddle_gradient(point: Any) -> Values:
    x, y = point
    return np.array([2 * x, -2 * y])


def _rosenbrock(point: Any) -> Any:
    x, y = point
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)


def _rosenbrock_gradient(point: Any) -> Values:
    x, y = point
    return np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])


def _himmelblau(point: Any) -> Any:
    x, y = point
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b


def _himmelblau_gradient(point: Any) -> Values:
    x, y = point
    a, b = x * x + y - 11, x + y * y - 7
    return np.array([4 * x * a + 2 * b, 2 * a + 4 * y * b])


def _beale(point: Any) -> Any:
    x, y = point
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y
    return a * a + b * b + c * c


def _beale_gradient(point: Any) -> Values:
    x, y = point
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y
    over_x = 2 * (a * (y - 1) + b * (y * y - 1) + c * (y * y * y - 1))
    return np.array([over_x, 2 * x * (a + 2 * b * y + 3 * c * y * y)])


PARABOLA = Function(
    name="parabola",
    title=translatable("functions", "Parabola"),
    formula="f(x) = 0.01x² + 0.1x",
    value=_parabola,
    gradient=_parabola_gradient,
    domain=((-20.0, 20.0),),
    start=(15.0,),
    minima=((-5.0,),),
)
"""The book's numerical derivative and tangent (chapter 4)."""

TWO_VALLEYS = Function(
    name="two_valleys",
    title=translatable("functions", "Two valleys"),
    formula="f(x) = x⁴ − 2x² + 0.3x",
    value=_two_valleys,
    gradient=_two_valleys_gradient,
    domain=((-1.8, 1.8),),
    start=(1.6,),
    minima=((-1.0355787141,), (0.9601495555,)),
)
"""A descent ends in the valley in which it starts, here the shallower one."""

SUM_OF_SQUARES = Function(
    name="sum_of_squares",
    title=translatable("functions", "Sum of squares"),
    formula="f(x₀, x₁) = x₀² + x₁²",
    value=_sum_of_squares,
    gradient=_sum_of_squares_gradient,
    domain=((-5.0, 5.0), (-5.0, 5.0)),
    start=(-3.0, 4.0),
    minima=((0.0, 0.0),),
)
"""The book's partial derivatives, gradient and gradient descent (chapter 4)."""

LONG_VALLEY = Function(
    name="long_valley",
    title=translatable("functions", "Long valley"),
    formula="f(x, y) = x²/20 + y²",
    value=_long_valley,
    gradient=_long_valley_gradient,
    domain=((-10.0, 10.0), (-5.0, 5.0)),
    start=(-7.0, 2.0),
    minima=((0.0, 0.0),),
)
"""The book's race of the optimizers (chapter 6): the slope points across the valley, not along it."""

SADDLE = Function(
    name="saddle",
    title=translatable("functions", "Saddle"),
    formula="f(x, y) = x² − y²",
    value=_saddle,
    gradient=_saddle_gradient,
    domain=((-2.0, 2.0), (-2.0, 2.0)),
    start=(-1.5, 0.001),
    minima=(),
)
"""Flat in the middle without a minimum: a descent lingers there, then falls off to a side."""

ROSENBROCK = Function(
    name="rosenbrock",
    title=translatable("functions", "Rosenbrock's banana"),
    formula="f(x, y) = (1 − x)² + 100(y − x²)²",
    value=_rosenbrock,
    gradient=_rosenbrock_gradient,
    domain=((-2.0, 2.0), (-1.0, 3.0)),
    start=(-1.2, 1.0),
    minima=((1.0, 1.0),),
)
"""A bent valley, quickly found and slowly followed (Rosenbrock 1960)."""

BEALE = Function(
    name="beale",
    title=translatable("functions", "Beale's plain"),
    formula="f(x, y) = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    value=_beale,
    gradient=_beale_gradient,
    domain=((-4.5, 4.5), (-4.5, 4.5)),
    start=(1.0, 1.5),
    minima=((3.0, 0.5),),
)
"""A plain between steep walls: a rate that suits one of them is wrong for the other (Beale 1958)."""

HIMMELBLAU = Function(
    name="himmelblau",
    title=translatable("functions", "Himmelblau's four valleys"),
    formula="f(x, y) = (x² + y − 11)² + (x + y² − 7)²",
    value=_himmelblau,
    gradient=_himmelblau_gradient,
    domain=((-5.0, 5.0), (-5.0, 5.0)),
    start=(-0.5, -1.0),
    minima=(
        (3.0, 2.0),
        (-2.8051180870, 3.1313125183),
        (-3.7793102534, -3.2831859913),
        (3.5844283403, -1.8481265270),
    ),
)
"""Four minima, all of height 0: where a descent ends depends on its start (Himmelblau 1972)."""

FUNCTIONS = (PARABOLA, TWO_VALLEYS, SUM_OF_SQUARES, LONG_VALLEY, SADDLE, ROSENBROCK, BEALE, HIMMELBLAU)
"""All of them, in the order in which a person is offered them."""
