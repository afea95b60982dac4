"""A plot inside a picture that is painted by hand: a place with two axes, its grid, and lines with gaps.

It draws with the strokes and ticks of the shared plots, but is not a widget: a picture has several of them,
and repaints all at each step of a drag.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme
from gui.widgets.plot.canvas import Frame
from gui.widgets.plot.curves import unbroken
from gui.widgets.plot.style import Dash, draw_dots, draw_strong
from gui.widgets.plot.ticks import log_ticks, ticks

LEFT, BELOW, ABOVE, RIGHT = 46, 34, 24, 16
"""Pixels around a plot: the numbers of the axis y, numbers and name of the axis x, the title, and half of the
last number of the axis x."""
X_TICK, Y_TICK = 62.0, 30.0
MOST_PARTS = 8
DOT = 4.5
LINE = 18  # pixels of a line of small text

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plane:
    """`x` and `y` are the ranges that are seen in `place`, in powers of ten where `log`."""

    place: QRectF
    x: Span
    y: Span
    log: bool = False

    @classmethod
    def within(cls, room: QRectF, x: Span, y: Span, *, log: bool = False) -> Plane:
        """The plot whose title, numbers and names fill the rest of the room."""
        # On whole pixels, so that a picture that lies in it need not be smoothed at each painting.
        return cls(QRectF(room.adjusted(LEFT, ABOVE, -RIGHT, -BELOW).toRect()), x, y, log)

    @property
    def frame(self) -> Frame:
        return Frame(self.place.width(), self.place.height(), *self.x, *self.y, log=False)

    def pixels(self, x: ArrayLike, y: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Where these points are painted; NaN for what has no place."""
        with np.errstate(all="ignore"):
            px, py = self.frame.to_pixels(np.asarray(x, np.float64), np.asarray(y, np.float64))
        known = np.isfinite(px)
        px = np.clip(np.where(known, px, 0.0), -_FAR, _FAR)
        return px + self.place.left(), np.where(known, py, np.nan) + self.place.top()

    def point(self, x: float, y: float) -> QPointF | None:
        """Where one point is painted; None for what has no place."""
        px, py = self.pixels([x], [y])
        return QPointF(float(px[0]), float(py[0])) if math.isfinite(py[0]) else None

    def at(self, point: QPointF) -> tuple[float, float]:
        """The x and y under a point, of one beside the plot those at its edge."""
        across = min(max((point.x() - self.place.left()) / self.place.width(), 0.0), 1.0)
        up = min(max((self.place.bottom() - point.y()) / self.place.height(), 0.0), 1.0)
        return (
            self.x[0] + across * (self.x[1] - self.x[0]),
            self.y[0] + up * (self.y[1] - self.y[0]),
        )

    # Painting

    def paint_ground(
        self,
        painter: QPainter,
        theme: Theme,
        title: str,
        x_name: str,
        y_name: str,
        *,
        grid: bool = True,
        numbered: bool = True,
    ) -> None:
        """Title, grid, axes and their names. The name of the axis y stands at the right of the title.

        numbered: whether the axis x has numbers; one of another kind gets its own.
        """
        painter.setFont(font(SMALL))
        for value, text in self._ticks(self.x, self.place.width() / X_TICK) if numbered else ():
            at = self._column(value)
            self._paint_tick(painter, theme, QPointF(at, self.place.top()), grid, upwards=True)
            painter.setPen(theme.color("muted"))
            painter.drawText(QRectF(at - 40, self.place.bottom() + 2, 80, 16), _CENTER, text)
        for value, text in self._ticks(self.y, self.place.height() / Y_TICK):
            at = self._row(value)
            self._paint_tick(painter, theme, QPointF(self.place.left(), at), grid, upwards=False)
            painter.setPen(theme.color("muted"))
            painter.drawText(QRectF(self.place.left() - LEFT, at - 9, LEFT - 5, 18), _RIGHT, text)
        painter.setPen(QPen(theme.color("border"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.place)
        self._paint_names(painter, theme, title, x_name, y_name)

    def _paint_names(self, painter: QPainter, theme: Theme, title: str, x_name: str, y_name: str) -> None:
        painter.setPen(theme.color("muted"))
        below = QRectF(self.place.left(), self.place.bottom() + 15, self.place.width(), 18)
        painter.drawText(below, _CENTER, x_name)
        above = QRectF(self.place.left(), self.place.top() - ABOVE, self.place.width(), 20)
        named = painter.fontMetrics().horizontalAdvance(y_name)
        painter.drawText(above, _RIGHT, y_name)
        painter.setFont(font(BODY, bold=True))
        painter.setPen(theme.color("text"))
        room = int(above.width() - named - 12)
        # What is too long begins over the numbers of the axis y.
        missing = max(painter.fontMetrics().horizontalAdvance(title) - room, 0)
        shift = min(missing, LEFT)
        above.setLeft(above.left() - shift)
        room += shift
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(above, _LEFT, shown)
        painter.setFont(font(SMALL))

    def _ticks(self, span: Span, most: float) -> Sequence[tuple[float, str]]:
        """Two numbers or more: a single one does not say how far it is to any other place."""
        least = min(max(int(most), 2), MOST_PARTS)
        for parts in range(least, MOST_PARTS + 1):
            found = log_ticks(*span, parts) if self.log else ticks(*span, parts)
            if len(found) > 1:
                break
        return found

    def _paint_tick(
        self, painter: QPainter, theme: Theme, start: QPointF, grid: bool, *, upwards: bool
    ) -> None:
        if grid:
            painter.setPen(QPen(theme.color("grid"), 1.0))
            end = (
                QPointF(start.x(), self.place.bottom()) if upwards else QPointF(self.place.right(), start.y())
            )
            painter.drawLine(start, end)

    def _column(self, x: float) -> float:
        return self.place.left() + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.place.width()

    def _row(self, y: float) -> float:
        return self.place.bottom() - (y - self.y[0]) / (self.y[1] - self.y[0]) * self.place.height()

    def paint_line(
        self,
        painter: QPainter,
        x: ArrayLike,
        y: ArrayLike,
        color: QColor,
        dash: Dash = "solid",
    ) -> None:
        """A line with gaps where there is no value; what lies outside of the plot is not seen."""
        lines, lone = unbroken(*self.pixels(x, y))
        painter.save()
        painter.setClipRect(self.place)
        draw_strong(painter, lines, color, dash, 1.0, fine=False)
        if not lone.isEmpty():
            painter.setPen(QPen(color, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(lone)
        painter.restore()

    def paint_dots(self, painter: QPainter, x: ArrayLike, y: ArrayLike, color: QColor) -> None:
        """Small dots at these points, of which there may be many."""
        px, py = self.pixels(x, y)
        known = np.isfinite(py)
        if known.any():  # pyqtgraph makes no polygon of nothing
            painter.save()
            painter.setClipRect(self.place)
            draw_dots(painter, pg.functions.arrayToQPolygonF(px[known], py[known]), color)
            painter.restore()

    def paint_straight(
        self, painter: QPainter, x: float, y: float, slope: float, color: QColor, dash: Dash = "solid"
    ) -> None:
        """The straight line of this slope through a point, from edge to edge."""
        ends = np.array(self.x)
        with np.errstate(all="ignore"):
            self.paint_line(painter, ends, y + slope * (ends - x), color, dash)

    def paint_upright(
        self,
        painter: QPainter,
        x: float,
        color: QColor,
        dash: Dash = "dash",
        *,
        above: float = 0.0,
        below: float = 0.0,
    ) -> None:
        """A vertical through the plot, which marks an x. `above` and `below` it so many pixels are left to
        words."""
        low, high = self.y
        pixel = (high - low) / max(self.place.height(), 1.0)
        self.paint_line(painter, [x, x], [low + below * pixel, high - above * pixel], color, dash)

    def paint_dot(
        self, painter: QPainter, theme: Theme, x: float, y: float, color: QColor, size: float = DOT
    ) -> None:
        """A dot with a rim, if it lies in the plot."""
        point = self.point(x, y)
        if point is not None and self.place.adjusted(-1, -1, 1, 1).contains(point):
            painter.setPen(QPen(theme.color("surface"), 1.5))
            painter.setBrush(color)
            painter.drawEllipse(point, size, size)


def rounded(value: float, span: Span) -> float:
    """A number that was pointed at on an axis, without the digits that no pixel has."""
    return round(value, 3 - math.floor(math.log10(max(span[1] - span[0], 1e-12))))


def paint_arrow(painter: QPainter, start: QPointF, end: QPointF, color: QColor, width: float = 1.2) -> None:
    """An arrow from one place to another; its head grows with it, up to a bound."""
    across, down = end.x() - start.x(), end.y() - start.y()
    length = math.hypot(across, down)
    if length < 1.0:
        return
    head = min(2.5 + 0.25 * length, 9.0)
    along = QPointF(across / length, down / length)
    side = QPointF(-along.y(), along.x())
    neck = end - along * head
    # One filled shape: a wide line is stroked many times slower.
    shaft, wing = side * (width / 2), side * (0.4 * head)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    shape = [start + shaft, neck + shaft, neck + wing, end, neck - wing, neck - shaft, start - shaft]
    painter.drawPolygon(QPolygonF(shape))


def paint_sample(painter: QPainter, at: QPointF, color: QColor, dash: Dash) -> None:
    """A short piece of a line, for a legend."""
    line = QPolygonF([at, QPointF(at.x() + SAMPLE, at.y())])
    draw_strong(painter, [line], color, dash, 1.0, fine=True)


SAMPLE = 24.0
_FAR = 8192.0
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
