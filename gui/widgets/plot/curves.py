"""Draws the lines of a live plot, the marks at events, and the cursor of the readout.

`rebuild` turns data into few polygons in pixels, once per redraw; `paint` only draws these, so that a repaint
for another reason (a readout that moves) costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QStaticText

from gui.look.fonts import SMALL, font
from gui.widgets.plot.canvas import LEAST_BEYOND, Frame
from gui.widgets.plot.end_labels import EndLabels
from gui.widgets.plot.series import Series
from gui.widgets.plot.style import PlotColors, SeriesSpec, draw_dots, draw_strong, hairline

Floats = NDArray[np.float64]
Lines = list[QPolygonF]

_MARKER_ROOM_PX = 9.0
_LABEL_ROWS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at `x`, such as a change of the learning rate."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class _Label:
    """The text of a mark with its place; a QStaticText keeps its layout from one paint to the next."""

    place: QRectF
    text: QStaticText


@dataclass(frozen=True, slots=True)
class _Curve:
    """One series, ready to draw."""

    spec: SeriesSpec
    faint: Lines
    strong: Lines
    dots: QPolygonF

    @property
    def end(self) -> QPointF | None:
        """The last point of its line."""
        return self.strong[-1].last() if self.strong else None


class CurveLayer:
    """The layer of a `LivePlot`."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._curves: list[_Curve] = []
        self._mark_pixels: list[tuple[float, str]] = []
        self._labels: list[_Label] = []
        self._cursor: tuple[float, list[tuple[QPointF, SeriesSpec]]] | None = None
        self._size = QRectF()
        self._ends = EndLabels()

    def rebuild(self, frame: Frame, series: Sequence[tuple[SeriesSpec, Series]], smoothing: bool) -> None:
        """Take in the data as they are now, seen through `frame`."""
        self._size = QRectF(0.0, 0.0, frame.width, frame.height)
        curves = [_curve(frame, spec, data, smoothing) for spec, data in series if len(data)]
        # Earlier runs lie behind the present one.
        self._curves = sorted(curves, key=lambda curve: not curve.spec.ghost)
        self._ends.place([(curve.spec, curve.end) for curve in curves], frame)
        scale = frame.width / (frame.right - frame.left)
        places = ((scale * (mark.x - frame.left), mark.text) for mark in self.marks)
        pixels = sorted((x, text) for x, text in places if -0.5 <= x <= frame.width + 0.5)
        if pixels != self._mark_pixels:
            self._mark_pixels = pixels
            self._labels = _labels(pixels, frame.width)

    def set_cursor(self, x: float | None, points: Sequence[tuple[QPointF, SeriesSpec]] = ()) -> None:
        """Show a line at pixel `x` with a dot on each line of the plot, or (None) none."""
        self._cursor = None if x is None else (x, list(points))

    def marks_near(self, pixel: float) -> list[str]:
        """The texts of the marks within a few pixels."""
        return [text for x, text in self._mark_pixels if abs(x - pixel) <= 4.0]

    def paint(self, painter: QPainter, colors: PlotColors, ratio: float, fine: bool) -> None:
        self._paint_mark_lines(painter, colors, ratio)
        for curve in self._curves:
            if curve.faint:
                painter.setPen(hairline(colors.faint(curve.spec.hue)))
                _draw(painter, curve.faint)
        for curve in self._curves:
            color = colors.hue(curve.spec.hue)
            if curve.spec.ghost:
                painter.setPen(hairline(color, curve.spec.dash, ratio))
                _draw(painter, curve.strong)
            else:
                draw_strong(painter, curve.strong, color, curve.spec.dash, ratio, fine, curve.spec.broad)
            painter.setClipRect(self._size.adjusted(0.0, 0.0, LEAST_BEYOND, 0.0))
            draw_dots(painter, curve.dots, color, 8.0 if curve.spec.broad else 5.0)
            painter.setClipRect(self._size)
        self._paint_mark_labels(painter, colors)
        self._paint_cursor(painter, colors)
        self._ends.paint(painter, colors)

    def _paint_mark_lines(self, painter: QPainter, colors: PlotColors, ratio: float) -> None:
        painter.setPen(hairline(colors.hue("orange"), "dash", ratio))
        for x, _ in self._mark_pixels:
            at = round(x) + 0.5
            painter.drawLine(QPointF(at, 0.0), QPointF(at, self._size.height()))

    def _paint_mark_labels(self, painter: QPainter, colors: PlotColors) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(colors.hue("orange"))
        for label in self._labels:
            painter.fillRect(label.place, QColor(colors.surface))
            painter.drawStaticText(label.place.topLeft(), label.text)

    def _paint_cursor(self, painter: QPainter, colors: PlotColors) -> None:
        if self._cursor is None:
            return
        x, points = self._cursor
        painter.setPen(QPen(QColor(colors.muted), 0.0))
        at = round(x) + 0.5
        painter.drawLine(QPointF(at, 0.0), QPointF(at, self._size.height()))
        for point, spec in points:
            painter.setPen(QPen(QColor(colors.surface), 1.5))
            painter.setBrush(colors.hue(spec.hue))
            painter.drawEllipse(point, 4.0, 4.0)


def _labels(marks: list[tuple[float, str]], room: float) -> list[_Label]:
    """Labels beside their lines at the top, below one another where they would meet. One that finds no place
    in three rows is left out; the readout at its line has it."""
    metrics = QFontMetricsF(font(SMALL))
    ends = [0.0] * _LABEL_ROWS
    labels = []
    for x, words in marks:
        width = metrics.horizontalAdvance(words)
        left = x + 6.0 if x + 6.0 + width <= room else x - 6.0 - width
        row = next((row for row, end in enumerate(ends) if left >= end), None)
        if row is None:
            continue
        ends[row] = left + width + 8.0
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=font(SMALL))
        place = QRectF(left, 2.0 + row * (metrics.height() + 1.0), width, metrics.height())
        labels.append(_Label(place, text))
    return labels


def _curve(frame: Frame, spec: SeriesSpec, data: Series, smoothing: bool) -> _Curve:
    smooth = spec.smooth and smoothing
    outline = frame.to_pixels(*data.outline(frame.left, frame.right, frame.width, positive=frame.log))
    raw, lone = unbroken(*outline)
    dots = lone
    if spec.marker and not spec.ghost and _has_room(outline[0]):
        known = np.isfinite(outline[1]) & (outline[0] >= 0.0) & (outline[0] <= frame.width + 0.5)
        # pyqtgraph makes no polygon of nothing.
        dots = (
            pg.functions.arrayToQPolygonF(*(part[known] for part in outline)) if known.any() else QPolygonF()
        )
    if not smooth:
        return _Curve(spec, [], raw, dots)
    line, _ = unbroken(*frame.to_pixels(*data.line(frame.left, frame.right, frame.width)))
    return _Curve(spec, [] if spec.ghost else raw, line, dots)


def _has_room(pixels: Floats) -> bool:
    return len(pixels) < 2 or bool((pixels[-1] - pixels[0]) / (len(pixels) - 1) >= _MARKER_ROOM_PX)


def unbroken(x: Floats, y: Floats) -> tuple[Lines, QPolygonF]:
    """The unbroken pieces of a line with gaps (NaN), and the points that stand alone."""
    known = np.isfinite(y)
    if known.all() and len(x) > 1:
        return [pg.functions.arrayToQPolygonF(x, y)], QPolygonF()
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    lines, lone = [], QPolygonF()
    for start, stop in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
        if stop - start == 1:
            lone.append(QPointF(x[start], y[start]))
        else:
            lines.append(pg.functions.arrayToQPolygonF(x[start:stop], y[start:stop]))
    return lines, lone


def _draw(painter: QPainter, lines: Lines) -> None:
    for line in lines:
        painter.drawPolyline(line)
