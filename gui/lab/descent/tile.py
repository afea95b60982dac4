"""The tile of descent: two ways down the long valley, one that strides across it and one along it."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.calculus.descent import descend
from core.calculus.functions import LONG_VALLEY
from gui.lab.descent.surfaces import RACERS, spec_of
from gui.lab.plane import Plane
from gui.look.theme import Theme

X, Y = (-8.6, 3.2), (-2.9, 2.9)
HEIGHTS = (0.1, 0.5, 1.0, 2.0, 3.5, 5.5, 8.0)
UPDATES = 30


@lru_cache(maxsize=len(RACERS))
def _path(kind: str) -> tuple[tuple[float, float], ...]:
    optimizer = spec_of(kind, RACERS[kind].rate).build()
    path = descend(optimizer.update, LONG_VALLEY.gradient, LONG_VALLEY.start, UPDATES)
    return tuple((float(x), float(y)) for x, y in path)


def paint_descent(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer says how many updates are seen."""
    plane = Plane(rect, X, Y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("blue", 0.35), 1.0))
    middle = plane.point(0.0, 0.0) or QPointF()
    for height in HEIGHTS:
        across = math.sqrt(20 * height) * rect.width() / (X[1] - X[0])
        painter.drawEllipse(middle, across, math.sqrt(height) * rect.height() / (Y[1] - Y[0]))
    for kind in ("sgd", "adagrad"):
        path = _path(kind)[: max(2, round(2 * at * UPDATES) + 1)]
        color = theme.color(RACERS[kind].hue)
        plane.paint_line(painter, [x for x, _ in path], [y for _, y in path], color, RACERS[kind].dash)
        for x, y in path:
            plane.paint_dot(painter, theme, x, y, color, 2.5)
    plane.paint_dot(painter, theme, *_path("sgd")[0], theme.color("blue"))
