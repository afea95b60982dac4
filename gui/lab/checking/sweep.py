"""The error of the central difference over h, in both float types: what is left out, and rounding."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.checking import SweepPoint
from gui.lab.axes import LABEL, paint_log_x, paint_log_y, x_at, y_at
from gui.language.numbers import number
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView
from gui.widgets.plot.style import Dash, draw_dots, draw_strong

HEAD, FOOT = 20, 34
EDGE = 8
POWERS_OF_ERROR = (-13.0, 1.0)


class SweepView(PlacesView):
    """Its places are the values of h. `h_wanted` brings the h that was clicked, dragged to, or chosen by
    keys."""

    h_wanted = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._points: tuple[SweepPoint, ...] = ()
        self._h = 1e-4
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.chosen.connect(lambda place: self.h_wanted.emit(float(f"{self._points[place].h:.3g}")))
        self._retranslate()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self.hovered is not None:
            self.go_to(self.hovered)
            self.chosen.emit(self.hovered)

    def set_points(self, points: Sequence[SweepPoint]) -> None:
        """Show these, the smallest h at the left."""
        self._points = tuple(sorted(points, key=lambda point: point.h))
        self.places_changed()

    def set_h(self, h: float) -> None:
        """The h of the check, as a line."""
        self._h = h
        self.update()

    @property
    def points(self) -> tuple[SweepPoint, ...]:
        return self._points

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    def sizeHint(self) -> QSize:
        return QSize(500, 200)

    def places(self) -> int:
        return len(self._points)

    def across(self) -> int:
        return len(self._points)

    def place_rect(self, place: int) -> QRectF:
        plot = self._plot
        step = plot.width() / max(len(self._points), 1)
        x = x_at(math.log10(self._points[place].h), self._powers, plot)
        return QRectF(x - step / 2, plot.top(), step, plot.height())

    def text_of(self, place: int) -> str:
        point = self._points[place]
        return self.tr("h = {h}: error {double} in float64, {single} in float32").format(
            h=number(point.h, 2), double=number(point.float64, 2), single=number(point.float32, 2)
        )

    @property
    def _plot(self) -> QRectF:
        left = LABEL + EDGE
        return QRectF(left, HEAD, self.width() - left - EDGE, max(self.height() - HEAD - FOOT, 20))

    @property
    def _powers(self) -> tuple[float, float]:
        ends = [math.log10(point.h) for point in (self._points[0], self._points[-1])]
        return ends[0] - 0.3, ends[1] + 0.3

    def paint(self, painter: QPainter) -> None:
        if not self._points:
            return
        theme, plot, powers = self._theme, self._plot, self._powers
        paint_log_x(painter, theme, plot, powers)
        paint_log_y(painter, theme, plot, POWERS_OF_ERROR)
        painter.setPen(theme.color("muted"))
        names = QRectF(plot.left(), plot.bottom() + 17, plot.width(), 16)
        painter.drawText(names, Qt.AlignmentFlag.AlignCenter, self.tr("h"))
        title = QRectF(plot.left(), 0, plot.width(), HEAD)
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, self.tr("mean error of the difference over h"))
        x = x_at(math.log10(self._h), powers, plot)
        painter.setPen(QPen(theme.color("orange"), 1.5))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.save()
        painter.setClipRect(plot)
        lines: tuple[tuple[str, Dash, list[float]], ...] = (
            ("blue", "solid", [point.float64 for point in self._points]),
            ("green", "dash", [point.float32 for point in self._points]),
        )
        for color, dash, errors in lines:
            line = QPolygonF()
            for point, error in zip(self._points, errors, strict=True):
                if 0.0 < error < math.inf:
                    place = x_at(math.log10(point.h), powers, plot)
                    line.append(QPointF(place, y_at(math.log10(error), POWERS_OF_ERROR, plot)))
            draw_strong(painter, [line], theme.color(color), dash, 1.0, fine=True)
            draw_dots(painter, line, theme.color(color))
        painter.restore()
        self._paint_names(painter, plot)

    def _paint_names(self, painter: QPainter, plot: QRectF) -> None:
        theme = self._theme
        right = Qt.AlignmentFlag.AlignRight
        title = QRectF(plot.left(), 0, plot.width(), HEAD)
        painter.setPen(theme.color("blue"))
        painter.drawText(title.adjusted(0, 0, -110, 0), right, self.tr("—  float64"))
        painter.setPen(theme.color("green"))
        painter.drawText(title, right, self.tr("- - -  float32"))
        painter.setPen(theme.color("muted"))
        inside = plot.adjusted(6, 4, -6, -4)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, self.tr("rounding ←"))
        painter.drawText(inside, right, self.tr("→ what is left out, kinks"))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Error of the central difference over h"))
        self.setWhatsThis(
            self.tr("The error of the central difference for each h. A click, or a drag, sets h.")
        )
        super()._retranslate()
