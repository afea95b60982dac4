"""The picture of a descent: the surface from above, the ways down it, and where each of them is now."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent

from core.experiments.race import Way, clipped
from gui.lab.bands import SCALE_WIDTH, paint_scale
from gui.lab.descent.ground import downhill, ground_picture
from gui.lab.descent.surfaces import RACERS, Ground, function_of, widened
from gui.lab.drag_view import DragView
from gui.lab.plane import LINE, SAMPLE, Plane, Span, paint_arrow, paint_sample
from gui.language.numbers import number
from gui.look.theme import Theme
from gui.widgets.plot.style import PlotColors

ARROW = 64.0  # pixels: the gradient at the start
MOST_DOTS = 120
COLUMNS = (SAMPLE + 8, 130.0, 200.0, 100.0)
"""Pixels of the table: sample, optimizer with its rate, position, f. What is to be said takes the rest."""
CLOSE_COLUMNS = (SAMPLE + 6, 114.0, 164.0, 66.0)
CLOSE = 700  # pixels of width below which the columns stand close together, from the left edge on


class DescentPicture(DragView):
    """The start is dragged; `taken` is always "start". `resized`: the ground has to be made anew."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        self._ground: Ground | None = None
        self._pixmap: QPixmap | None = None
        self._range: tuple[Span, Span] = ((-1.0, 1.0), (-1.0, 1.0))
        self._start = (0.0, 0.0)
        self._at = 0
        self._slopes: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._rows = 1
        self.ways: tuple[Way, ...] = ()
        super().__init__(theme)
        self._retranslate()

    # What is shown

    def set_ground(self, ground: Ground) -> None:
        self._ground = ground
        self._pixmap = None
        self.refresh()

    @property
    def ground(self) -> Ground | None:
        return self._ground

    def set_range(self, x: Span, y: Span, rows: int) -> None:
        """What has to be seen, above a table of so many rows."""
        self._range, self._rows = (x, y), rows
        self.update()

    def set_start(
        self,
        start: tuple[float, float],
        exact: tuple[float, float],
        differences: tuple[float, float],
    ) -> None:
        """Where the ways begin, with both partial derivatives there, exact and by differences."""
        self._start, self._slopes = start, (exact, differences)
        self.update()

    def set_ways(self, ways: Sequence[Way]) -> None:
        self.ways = tuple(ways)
        self.refresh()

    def set_at(self, at: int) -> None:
        """How many updates are shown, after all else was set."""
        self._at = at
        self.refresh()

    def recolor(self) -> None:
        self._pixmap = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def plane(self) -> Plane:
        room = QRectF(0, 0, self.width() - SCALE_WIDTH, self.height() - self._foot)
        place = Plane.within(room, *self._range).place
        return Plane(place, *widened(*self._range, place.width(), place.height()))

    @property
    def _foot(self) -> int:
        return (self._rows + 2) * LINE + 4

    def taken_at(self, point: QPointF) -> str:
        return "start" if self.plane().place.contains(point) else ""

    def description(self) -> str:
        rows = (" ".join(filter(None, cells)) for cells in map(self._cells, self.ways))
        return "; ".join((self._slope_text(), *rows))

    # Painting

    def paint(self, painter: QPainter) -> None:
        plane = self.plane()
        self._paint_ground(painter, plane)
        title = self.tr("f from above, with −∇f: the way down")
        has_gap = self._ground is not None and self._ground.surface.has_gap
        y_name = self.tr("grey: f has no value; y") if has_gap else "y"
        plane.paint_ground(painter, self._theme, title, "x", y_name, grid=False)
        for way in self.ways:
            self._paint_way(painter, plane, way)
        self._paint_start(painter, plane)
        if self._ground is not None:
            paint_scale(painter, self._theme, self._ground.surface, plane.place, "f")
        self._paint_table(painter, plane)
        self._paint_pointer(painter, plane)

    def _paint_ground(self, painter: QPainter, plane: Plane) -> None:
        ground = self._ground
        if ground is None:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(plane.place, Qt.AlignmentFlag.AlignCenter, self.tr("Computing…"))
            return
        if self._pixmap is None:
            device = painter.device()
            ratio = device.devicePixelRatio() if device is not None else 1.0
            self._pixmap = ground_picture(ground, self._theme, plane.place, ratio)
        if (ground.x, ground.y) == (plane.x, plane.y) and self._fits(plane):
            painter.drawPixmap(plane.place.topLeft(), self._pixmap)
        else:
            self._paint_old_ground(painter, plane, ground, self._pixmap)
        if not ground.surface.levels and math.isnan(ground.surface.least):
            painter.setPen(self._theme.color("muted"))
            painter.drawText(plane.place, Qt.AlignmentFlag.AlignCenter, self.tr("f has no value here."))

    def _paint_old_ground(self, painter: QPainter, plane: Plane, ground: Ground, pixmap: QPixmap) -> None:
        """While another range or size is being computed, the old ground stands where it belongs."""
        left, right = (plane.place.left() + self._share(x, plane.x) * plane.place.width() for x in ground.x)
        bottom, top = (
            plane.place.bottom() - self._share(y, plane.y) * plane.place.height() for y in ground.y
        )
        painter.save()
        painter.setClipRect(plane.place)
        painter.drawPixmap(QRectF(left, top, right - left, bottom - top), pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _fits(self, plane: Plane) -> bool:
        assert self._pixmap is not None
        return self._pixmap.deviceIndependentSize() == plane.place.size()

    @staticmethod
    def _share(value: float, span: Span) -> float:
        return (value - span[0]) / (span[1] - span[0])

    def hue(self, kind: str) -> QColor:
        """The colour of an optimizer."""
        name = RACERS[kind].hue
        if name == "purple":
            return PlotColors.like(self._theme.tokens).hue("purple")
        return self._theme.color(name)

    def _paint_way(self, painter: QPainter, plane: Plane, way: Way) -> None:
        path = way.path[: self._at + 1]
        color = self.hue(way.spec.kind)
        seen = clipped(path, *zip(plane.x, plane.y, strict=True))
        plane.paint_line(painter, seen[:, 0], seen[:, 1], color, RACERS[way.spec.kind].dash)
        if len(path) <= MOST_DOTS:
            plane.paint_dots(painter, path[:, 0], path[:, 1], color)
        x, y = path[-1].tolist()
        plane.paint_dot(painter, self._theme, x, y, color, 5.5)

    def _paint_start(self, painter: QPainter, plane: Plane) -> None:
        """The start, and −∇f there with its two parts."""
        start = plane.point(*self._start)
        if start is None or not plane.place.contains(start):
            return
        if self._slopes is not None:
            (gx, gy), _ = self._slopes
            scale = (
                plane.place.width() / (plane.x[1] - plane.x[0]),
                plane.place.height() / (plane.y[1] - plane.y[0]),
            )
            across, down = downhill(gx, gy, *scale)
            color = self._theme.color("vermilion")
            parts = self._theme.color("vermilion", 0.7)
            paint_arrow(painter, start, start + QPointF(ARROW * across, 0.0), parts, 1.2)
            paint_arrow(painter, start, start + QPointF(0.0, ARROW * down), parts, 1.2)
            paint_arrow(painter, start, start + QPointF(ARROW * across, ARROW * down), color, 2.4)
        plane.paint_dot(painter, self._theme, *self._start, self._theme.color("blue"), 7.0)

    def _paint_table(self, painter: QPainter, plane: Plane) -> None:
        """A line for the start, and one for each way."""
        left = 12.0 if self.width() < CLOSE else plane.place.left()
        top = float(self.height() - self._foot + 4)
        room = self.width() - left
        painter.setPen(self._theme.color("vermilion"))
        self._paint_text(painter, left, top, room, self._slope_text())
        painter.setPen(self._theme.color("muted"))
        heads = (
            self.tr("after {at} updates").format(at=self._at),
            self.tr("position"),
            self.tr("f there"),
            "",
        )
        self._paint_row(painter, left, top + LINE, heads)
        for row, way in enumerate(self.ways):
            y = top + (row + 2) * LINE
            color, dash = self.hue(way.spec.kind), RACERS[way.spec.kind].dash
            paint_sample(painter, QPointF(left, y + LINE / 2), color, dash)
            painter.setPen(self._theme.color("text"))
            self._paint_row(painter, left, y, self._cells(way))

    def _paint_row(self, painter: QPainter, left: float, top: float, cells: Sequence[str]) -> None:
        sample, *widths = CLOSE_COLUMNS if self.width() < CLOSE else COLUMNS
        x = left + sample
        for cell, width in zip(cells, (*widths, float(self.width())), strict=True):
            self._paint_text(painter, x, top, min(width, self.width() - x), cell)
            x += width

    @staticmethod
    def _paint_text(painter: QPainter, left: float, top: float, width: float, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(int(width - 4), 0))
        painter.drawText(QRectF(left, top, width, LINE), _MIDDLE, shown)

    def _cells(self, way: Way) -> tuple[str, str, str, str]:
        """Optimizer, position, height, and whether it has run away."""
        at = min(self._at, len(way.path) - 1)
        x, y = way.path[at].tolist()
        name = f"{RACERS[way.spec.kind].title}, {number(way.spec.learning_rate)}"
        text = ""
        if way.away is not None and way.away <= at:
            text = self.tr("runs away: far off since update {update}").format(update=way.away)
        elif not self._is_seen(x, y):
            text = self.tr("outside of the picture")
        return name, f"({number(x, 6)}, {number(y, 6)})", number(float(way.heights[at]), 4), text

    def _is_seen(self, x: float, y: float) -> bool:
        plane = self.plane()
        return plane.x[0] <= x <= plane.x[1] and plane.y[0] <= y <= plane.y[1]

    def _slope_text(self) -> str:
        if self._slopes is None:
            return ""
        exact, differences = self._slopes
        if not all(map(math.isfinite, exact)):
            return self.tr("f has no value or no gradient at the start.")
        text = self.tr("start ({x}, {y}): ∂f/∂x = {fx}, ∂f/∂y = {fy}; by differences {dx}, {dy}")
        return text.format(
            x=number(self._start[0]),
            y=number(self._start[1]),
            fx=number(exact[0], 6),
            fy=number(exact[1], 6),
            dx=number(differences[0], 15),
            dy=number(differences[1], 16),
        )

    def _paint_pointer(self, painter: QPainter, plane: Plane) -> None:
        """f under the pointer, in the corner."""
        if self.pointer is None or self._ground is None or not plane.place.contains(self.pointer):
            return
        x, y = plane.at(self.pointer)
        height = self.height_at(x, y)
        text = self.tr("f({x}, {y}) = {height}").format(
            x=number(x, 3), y=number(y, 3), height=number(height, 4) if np.isfinite(height) else "–"
        )
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        box = QRectF(plane.place.right() - width - 6, plane.place.top() + 6, width, 20)
        painter.fillRect(box, self._theme.color("surface", 0.9))
        painter.setPen(self._theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def height_at(self, x: float, y: float) -> float:
        """f at a point of the ground."""
        assert self._ground is not None
        with np.errstate(all="ignore"):
            return float(function_of(self._ground.text).value(np.array([x, y])))


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
