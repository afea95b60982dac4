"""The tile of softmax: three probabilities, from the surest to nearly equal ones as it gets warmer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.softmax import over_temperature
from gui.lab.plane import Plane
from gui.lab.softmax.picture import DASHES
from gui.look.theme import Theme

SCORES = (0.3, 2.9, 4.0)
POWERS = (-1.0, 1.5)
XS = np.linspace(*POWERS, 61)
CURVES = over_temperature(SCORES, 10.0**XS)


def paint_softmax(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer moves the temperature."""
    plane = Plane(rect, POWERS, (-0.03, 1.05))
    power = POWERS[0] + at * (POWERS[1] - POWERS[0])
    plane.paint_upright(painter, power, theme.color("muted"), "dot")
    here = over_temperature(SCORES, np.array([10.0**power]))[0]
    for curve, probability, dash in zip(CURVES.T, here.tolist(), DASHES, strict=True):
        plane.paint_line(painter, XS, curve, theme.color("blue"), dash)
        plane.paint_dot(painter, theme, power, probability, theme.color("blue"))
