"""The tile of the gradient check: a curve, its tangent and the secant that comes near it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.calculus.differentiation import central_difference
from gui.language.numbers import number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme

LOW, HIGH, AT = -1.0, 3.0, 0.9
LARGEST_H, LEAST_H = 1.9, 0.02
SAMPLES = 60


def _loss(w: float) -> float:
    return math.log(1.0 + math.exp(-2.0 * w)) + 0.12 * w * w


def paint_checking(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer says how small h is."""
    h = LARGEST_H * (LEAST_H / LARGEST_H) ** (at * at)
    top = max(_loss(LOW), _loss(HIGH))

    def place(w: float, loss: float) -> QPointF:
        x = rect.left() + (w - LOW) / (HIGH - LOW) * rect.width()
        return QPointF(x, rect.bottom() - loss / top * rect.height())

    step = (HIGH - LOW) / SAMPLES
    curve = QPolygonF([place(LOW + i * step, _loss(LOW + i * step)) for i in range(SAMPLES + 1)])
    painter.setPen(QPen(theme.color("blue"), 2.0))
    painter.drawPolyline(curve)
    numerical = central_difference(_loss, AT, h)
    exact = -2.0 / (1.0 + math.exp(2.0 * AT)) + 0.24 * AT
    for slope, color, through in (
        (exact, "vermilion", _loss(AT)),
        (numerical, "orange", _loss(AT + h) - numerical * h),
    ):
        ends = [place(w, through + slope * (w - AT)) for w in (LOW, HIGH)]
        style = Qt.PenStyle.SolidLine if color == "vermilion" else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.color(color), 1.5, style))
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("orange"))
    for w in (AT - h, AT + h):
        painter.drawEllipse(place(w, _loss(w)), 3.5, 3.5)
    painter.setFont(font(SMALL))
    painter.setPen(theme.color("muted"))
    text = f"h = {number(h, 2)}   |∂L/∂w − Δ| = {number(abs(exact - numerical), 2)}"
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, text)
