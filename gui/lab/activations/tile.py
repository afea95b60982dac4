"""The tile of activation functions: sigmoid over its slope, and ReLU beside it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.activations import activation
from gui.lab.plane import Plane
from gui.look.theme import Theme

REACH = 5.0
SIGMOID, RELU = activation("sigmoid", 0.0), activation("relu", 0.0)
XS = np.linspace(-REACH, REACH, 101)


def paint_activations(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer moves the tangent."""
    plane = Plane(rect, (-REACH, REACH), (-0.1, 1.25))
    x = np.float64((2 * at - 1) * REACH)
    plane.paint_line(painter, XS, RELU.value(XS), theme.color("muted"), "dash")
    plane.paint_line(painter, XS, SIGMOID.value(XS), theme.color("blue"))
    plane.paint_line(painter, XS, SIGMOID.gradient(XS), theme.color("vermilion", 0.5))
    value, slope = float(SIGMOID.value(x)), float(SIGMOID.gradient(x))
    plane.paint_straight(painter, float(x), value, slope, theme.color("vermilion"))
    plane.paint_dot(painter, theme, float(x), value, theme.color("blue"))
