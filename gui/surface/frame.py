"""Where the plane lies in a widget: a square with axes, and the way between its points and the pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.inspection.surface import Plane
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.plot.ticks import ticks

LEFT, TOP, RIGHT, BOTTOM = 34, 20, 22, 20
TICK = 4.0
BETWEEN = 52.0
"""Pixels between two ticks, at the least."""


@dataclass(frozen=True, slots=True)
class PlaneFrame:
    """`rect` is the square of the widget in which the plane lies."""

    plane: Plane
    rect: QRectF

    @classmethod
    def within(cls, size: QSize, plane: Plane) -> PlaneFrame:
        """The largest square that leaves room for the numbers, in the middle, on whole pixels."""
        width, height = size.width() - LEFT - RIGHT, size.height() - TOP - BOTTOM
        side = max(min(width, height), 1)
        return cls(plane, QRectF(LEFT + (width - side) // 2, TOP + (height - side) // 2, side, side))

    @property
    def area(self) -> float:
        return self.rect.width() * self.rect.height()

    def to_pixels(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(…, 2) points of the plane → (…, 2) places in the widget."""
        plane, rect = self.plane, self.rect
        x = rect.left() + (points[..., 0] - plane.left) / (plane.right - plane.left) * rect.width()
        y = rect.bottom() - (points[..., 1] - plane.bottom) / (plane.top - plane.bottom) * rect.height()
        return np.stack([x, y], axis=-1)

    def to_plane(self, place: QPointF) -> tuple[float, float]:
        """(x₁, x₂) of a place in the widget."""
        plane, rect = self.plane, self.rect
        across = (place.x() - rect.left()) / rect.width()
        up = (rect.bottom() - place.y()) / rect.height()
        return (
            plane.left + across * (plane.right - plane.left),
            plane.bottom + up * (plane.top - plane.bottom),
        )

    def paint_axes(self, painter: QPainter, theme: Theme) -> None:
        """Its edge, numbers at round values, and the names of the axes at their ends."""
        plane, rect, metrics = self.plane, self.rect, QFontMetricsF(font(SMALL))
        painter.setFont(font(SMALL))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("outline"), 1.0))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        most = max(int(rect.width() / BETWEEN), 1)
        center, right = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignRight
        for value, text in ticks(plane.left, plane.right, most):
            x = self.to_pixels(np.array([value, plane.bottom]))[0]
            self._tick(painter, theme, QPointF(x, rect.bottom()), QPointF(0.0, TICK))
            painter.drawText(QRectF(x - 30, rect.bottom() + TICK, 60, metrics.height()), center, text)
        for value, text in ticks(plane.bottom, plane.top, most):
            y = self.to_pixels(np.array([plane.left, value]))[1]
            self._tick(painter, theme, QPointF(rect.left(), y), QPointF(-TICK, 0.0))
            room = QRectF(rect.left() - TICK - 62, y - 10, 60, 20)
            painter.drawText(room, right | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(rect.right() + 4, rect.bottom() - 12, RIGHT - 4, 18), center, "x₁")
        painter.drawText(QRectF(rect.left() - 10, rect.top() - TOP, 20, TOP - 3), center, "x₂")

    def _tick(self, painter: QPainter, theme: Theme, foot: QPointF, way: QPointF) -> None:
        painter.setPen(QPen(theme.color("outline"), 1.0))
        painter.drawLine(foot, foot + way)
        painter.setPen(theme.color("muted"))
