"""The tile of the loss surface: two valleys with a ridge between them, and a path into one of them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.contours import Surface, banded
from gui.lab.bands import paint_bands
from gui.lab.plane import Plane
from gui.look.theme import Theme

A, B = (-1.9, 1.9), (-0.95, 0.95)
COLUMNS, ROWS = 320, 160
START = (-0.1, 0.86)
RATE, UPDATES = 0.03, 40


def _slope(a: float, b: float) -> tuple[float, float]:
    """∂f/∂a and ∂f/∂b of f = (a² − 1)² + 2 (b − 0.2 a)² + 0.2 a + 0.3."""
    return 4.0 * a * (a * a - 1.0) - 0.8 * (b - 0.2 * a) + 0.2, 4.0 * (b - 0.2 * a)


@lru_cache(maxsize=1)
def _surface() -> Surface:
    a, b = np.meshgrid(np.linspace(*A, COLUMNS), np.linspace(B[1], B[0], ROWS))
    return banded((a * a - 1.0) ** 2 + 2.0 * (b - 0.2 * a) ** 2 + 0.2 * a + 0.3)


@lru_cache(maxsize=1)
def _path() -> tuple[tuple[float, float], ...]:
    path = [START]
    for _ in range(UPDATES):
        a, b = path[-1]
        down_a, down_b = _slope(a, b)
        path.append((a - RATE * down_a, b - RATE * down_b))
    return tuple(path)


def paint_landscape(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer says how much of the path is seen."""
    plane = Plane(rect, A, B)
    paint_bands(painter, _surface(), theme, rect, 1.0)
    path = _path()[: max(2, round(2 * at * UPDATES) + 1)]
    color = theme.color("text")
    plane.paint_line(painter, [a for a, _ in path], [b for _, b in path], color)
    for a, b in path[::4]:
        plane.paint_dot(painter, theme, a, b, color, 2.5)
    plane.paint_dot(painter, theme, *path[-1], theme.color("orange"), 5.0)
