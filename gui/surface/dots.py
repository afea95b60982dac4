"""The marks of the examples, painted: each class in its colour and shape, crosses and a ring over them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from gui.look.theme import Theme
from gui.surface.frame import PlaneFrame
from gui.surface.marks import color_of, stamp, stamp_side
from gui.surface.points import Points, radius_for
from gui.widgets.plot.style import PlotColors

RING = 4.5
"""Pixels between the edge of a mark and its ring."""


@dataclass(frozen=True, slots=True)
class Dots:
    """The points of these rows in a frame. `ratio`: device pixels a pixel."""

    points: Points
    rows: NDArray[np.intp]
    frame: PlaneFrame
    theme: Theme
    is_stale: bool
    ratio: float

    @property
    def radius(self) -> float:
        return radius_for(len(self.rows), self.frame.area)

    def layer(self, size: QSize) -> QPixmap:
        """All marks on a clear ground of that size. They stay where they are while the surface moves."""
        layer = QPixmap(size * self.ratio)
        layer.setDevicePixelRatio(self.ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        labels, is_test = self.points.labels[self.rows].tolist(), self.points.is_test[self.rows].tolist()
        stamps = {kind: self._stamp(*kind) for kind in set(zip(labels, is_test, strict=True))}
        places = self.frame.to_pixels(self.points.at[self.rows]) - stamp_side(self.radius) / 2
        for place, *kind in zip(places.tolist(), labels, is_test, strict=True):
            painter.drawPixmap(QPointF(*place), stamps[tuple(kind)])
        painter.end()
        return layer

    def paint_crosses(self, painter: QPainter, rows: NDArray[np.intp]) -> None:
        """A cross over each of these."""
        arm = self.radius + 0.5
        lines = []
        for x, y in self.frame.to_pixels(self.points.at[rows]).tolist():
            lines.append(QLineF(x - arm, y - arm, x + arm, y + arm))
            lines.append(QLineF(x - arm, y + arm, x + arm, y - arm))
        for name, width in (("surface", 2.8), ("text", 1.3)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.drawLines(lines)

    def paint_ring(self, painter: QPainter, row: int) -> None:
        """A ring around one of the examples, which need not be among those that are shown."""
        x, y = self.frame.to_pixels(self.points.at[row]).tolist()
        if row not in self.rows:
            half = stamp_side(self.radius) / 2
            own = self._stamp(int(self.points.labels[row]), bool(self.points.is_test[row]))
            painter.drawPixmap(QPointF(x - half, y - half), own)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, width in (("surface", 5.0), ("text", 2.0)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.drawEllipse(QPointF(x, y), self.radius + RING, self.radius + RING)

    def _stamp(self, label: int, is_test: bool) -> QPixmap:
        color = color_of(PlotColors.like(self.theme.tokens), label, is_stale=self.is_stale)
        paper = self.theme.color("surface")
        return stamp(label, self.radius, color, paper, is_test=is_test, ratio=self.ratio)
