"""The tile of “why not accuracy”: a smooth curve above steps, with one weight that the pointer moves."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.accuracy import At, Landscape, Subject, exploring
from gui.lab.plane import Plane, Span
from gui.look.theme import Theme

REACH = 3.0
SUBJECT = Subject(examples=12, updates=20, seed=2)


@lru_cache(maxsize=1)
def _landscape() -> Landscape:
    steps = exploring(SUBJECT, -REACH, REACH)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Landscape = end.value
            return found


def paint_accuracy(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer moves the weight."""
    landscape = _landscape()
    w = (2 * at - 1) * REACH
    here: At = landscape.mover.at(w)
    x, half = (-REACH, REACH), rect.height() / 2
    loss = Plane(QRectF(rect.left(), rect.top(), rect.width(), half - 6), x, _span(landscape.loss))
    loss.paint_line(painter, landscape.w, landscape.loss, theme.color("blue"))
    loss.paint_straight(painter, w, here.loss, here.slope, theme.color("vermilion"))
    loss.paint_dot(painter, theme, w, here.loss, theme.color("blue"))
    levels = np.array(landscape.levels)
    below = Plane(QRectF(rect.left(), rect.top() + half + 6, rect.width(), half - 6), x, _span(levels))
    for start, end, level in zip(landscape.edges, landscape.edges[1:], landscape.levels, strict=False):
        below.paint_line(painter, [start, end], [level, level], theme.color("green"))
    below.paint_straight(painter, w, here.accuracy, 0.0, theme.color("vermilion"), "dash")
    below.paint_dot(painter, theme, w, here.accuracy, theme.color("green"))


def _span(values: NDArray[np.floating[Any]]) -> Span:
    air = 0.1 * float(np.ptp(values)) or 0.1
    return float(values.min()) - air, float(values.max()) + air
