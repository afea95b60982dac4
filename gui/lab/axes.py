"""Axes that experiments paint by hand: places of values, and ticks along powers of ten."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.theme import Theme
from gui.widgets.plot.ticks import log_ticks

Span = tuple[float, float]
LABEL = 40  # pixels around a tick for its text


def x_at(value: float, span: Span, plot: QRectF) -> float:
    """Where a value lies on the horizontal axis."""
    low, high = span
    return plot.left() + (value - low) / (high - low) * plot.width()


def y_at(value: float, span: Span, plot: QRectF) -> float:
    """Where a value lies on the vertical axis."""
    low, high = span
    return plot.bottom() - (value - low) / (high - low) * plot.height()


def paint_log_x(painter: QPainter, theme: Theme, plot: QRectF, powers: Span) -> None:
    """Lines and texts of the powers of ten from left to right, the texts below the plot."""
    for power, text in log_ticks(*powers, max(int(plot.width() / 56), 2)):
        x = x_at(power, powers, plot)
        painter.setPen(QPen(theme.color("grid"), 1.0))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(theme.color("muted"))
        place = QRectF(x - LABEL / 2, plot.bottom() + 2, LABEL, 16)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def paint_log_y(painter: QPainter, theme: Theme, plot: QRectF, powers: Span) -> None:
    """Lines and texts of the powers of ten from bottom to top, the texts left of the plot."""
    for power, text in log_ticks(*powers, max(int(plot.height() / 24), 2)):
        y = y_at(power, powers, plot)
        painter.setPen(QPen(theme.color("grid"), 1.0))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(theme.color("muted"))
        place = QRectF(plot.left() - LABEL - 6, y - 9, LABEL, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
