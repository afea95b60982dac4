"""The surfaces that descent offers, its optimizers, and what is found out about them in a job."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.calculus.functions import (
    BEALE,
    HIMMELBLAU,
    LONG_VALLEY,
    ROSENBROCK,
    SADDLE,
    SUM_OF_SQUARES,
    Function,
)
from core.experiments.contours import Surface, gradient_field, surface
from core.experiments.race import Surface as Differentiable
from core.experiments.typed import typed_function
from core.nn.optimizers import OptimizerSpec
from gui.lab.optimizers import title_of
from gui.lab.plane import Span
from gui.widgets.plot.style import Dash

NAMES = ("x", "y")
TYPED = "typed"
FINER = 2
"""Cells of a surface a pixel, in each direction: its contours are smooth."""
MOST_CELLS = 2_400
ARROW_EVERY = 46.0  # pixels between two arrows of the field


class Offered(NamedTuple):
    """A surface to choose: as it is typed, as it is written, and as the engine has it."""

    text: str
    title: str
    function: Function


OFFERED: Mapping[str, Offered] = {
    "sum_of_squares": Offered("x**2 + y**2", "x² + y²", SUM_OF_SQUARES),
    "long_valley": Offered("x**2/20 + y**2", "x²/20 + y²", LONG_VALLEY),
    "saddle": Offered("x**2 - y**2", "x² − y²", SADDLE),
    "rosenbrock": Offered("(1 - x)**2 + 100*(y - x**2)**2", "Rosenbrock", ROSENBROCK),
    "beale": Offered("(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2", "Beale", BEALE),
    "himmelblau": Offered("(x**2 + y - 11)**2 + (x + y**2 - 7)**2", "Himmelblau", HIMMELBLAU),
}


class Racer(NamedTuple):
    """An optimizer: its rate in the race, and how its way is drawn."""

    kind: str
    rate: float
    hue: str
    dash: Dash

    @property
    def title(self) -> str:
        return title_of(self.kind)


RACERS: Mapping[str, Racer] = {
    "sgd": Racer("sgd", 0.95, "blue", "solid"),
    "momentum": Racer("momentum", 0.1, "orange", "solid"),
    "nesterov": Racer("nesterov", 0.1, "purple", "long-dash"),
    "adagrad": Racer("adagrad", 1.5, "green", "dash-dot"),
    "rmsprop": Racer("rmsprop", 0.1, "muted", "dash"),
    "adam": Racer("adam", 0.3, "text", "solid"),
}


def spec_of(kind: str, rate: float) -> OptimizerSpec:
    """AdaGrad and Adam with the book's ε and correction, Nesterov and RMSProp as PyTorch has them."""
    epsilon = 1e-7 if kind in ("adagrad", "adam") else None
    return OptimizerSpec(kind, rate, epsilon=epsilon, fold_bias_correction=kind == "adam")


def function_of(text: str) -> Differentiable:
    """The engine's own function where the text is one that is offered; it is the faster one. LabError."""
    return next((each.function for each in OFFERED.values() if each.text == text), None) or typed_function(
        text, NAMES
    )


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies under the ways: the surface over the range that is seen, and gradients at some points."""

    text: str
    x: Span
    y: Span
    surface: Surface
    points: NDArray[np.float64]
    gradients: NDArray[np.float64]


def grounding(
    text: str, x: Span, y: Span, width: float, height: float
) -> Generator[tuple[int, int], None, Ground]:
    """The ground for a plot of so many pixels."""
    function = function_of(text)
    cells = [min(max(round(FINER * size), 1), MOST_CELLS) for size in (width, height)]
    found = yield from surface(function.value, x, y, *cells)
    columns, rows = (max(round(size / ARROW_EVERY), 2) for size in (width, height))
    xs = x[0] + (np.arange(columns) + 0.5) * ((x[1] - x[0]) / columns)
    ys = y[0] + (np.arange(rows) + 0.5) * ((y[1] - y[0]) / rows)
    return Ground(text, x, y, found, *gradient_field(function.gradient, xs, ys))


def widened(x: Span, y: Span, width: float, height: float) -> tuple[Span, Span]:
    """The range to be seen in a plot of so many pixels: one of the two is made wider, so that both axes have
    one scale and a gradient stands upright on its contour; not where it would be more than four times as
    wide."""
    across, up = (x[1] - x[0]) / max(width, 1.0), (y[1] - y[0]) / max(height, 1.0)
    if across > 4 * up or up > 4 * across:
        return x, y
    if across < up:
        return _about(x, up * width), y
    return x, _about(y, across * height)


def _about(span: Span, size: float) -> Span:
    middle = (span[0] + span[1]) / 2
    return middle - size / 2, middle + size / 2
