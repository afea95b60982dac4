"""The tile of numerical differentiation: the secant that turns into the tangent."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.curve import sampled
from core.experiments.differences import differences
from core.experiments.typed import typed_function
from gui.lab.plane import Plane
from gui.look.theme import Theme

F = typed_function("0.05*x**2 + 0.1*x", ("x",))
LEFT, RIGHT, X = 0.0, 10.0, 3.0


def paint_differences(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer moves the second point of the secant towards x."""
    curve = sampled(F.value, LEFT, RIGHT, 61)
    plane = Plane(rect, (LEFT, RIGHT), (-0.6, 6.0))
    found = differences(F, X, 0.2 + 5.8 * at)
    plane.paint_line(painter, curve.x, curve.y, theme.color("blue"))
    plane.paint_straight(painter, X, found.value, found.exact, theme.color("vermilion"))
    plane.paint_straight(painter, X, found.value, found.forward, theme.color("green"), "dash-dot")
    plane.paint_dot(painter, theme, X, found.value, theme.color("blue"))
    plane.paint_dot(painter, theme, X + found.h, found.ahead, theme.color("blue"))
