"""Confidence against accuracy: is a network that says 90 % right nine times in ten?

Ten bins by confidence, each a bar as high as the share that was predicted right; where bars reach the dashed
diagonal the network's confidence is honest, below it it is too sure. It computes nothing.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.evaluation import Calibration
from gui.language.numbers import count, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

LEFT, BOTTOM, TOP, RIGHT = 30.0, 30.0, 8.0, 14.0
_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CalibrationView(PlacesView):
    """A place is a bin. `set_calibration` takes what `calibration` of `core.inspection.evaluation` gives, or
    None."""

    choosable = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.calibration: Calibration | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_calibration(self, calibration: Calibration | None) -> None:
        self.calibration = calibration
        self.places_changed()

    def text_of(self, place: int) -> str:
        c = self.calibration
        assert c is not None
        between = f"{100 * c.edges[place]:.0f}–{100 * c.edges[place + 1]:.0f} %"
        if not c.counts[place]:
            return self.tr("sure {between}: no images").format(between=between)
        text = self.tr("sure {between}: {count} images, on average {sure} sure and {right} right")
        return text.format(
            between=between,
            count=count(int(c.counts[place])),
            sure=percent(float(c.confidence[place]), 1),
            right=percent(float(c.accuracy[place]), 1),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 110)

    # Places

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)

    def places(self) -> int:
        return len(self.calibration.counts) if self.calibration is not None else 0

    def across(self) -> int:
        return self.places()

    def place_rect(self, place: int) -> QRectF:
        area = self._area()
        step = area.width() / self.places()
        return QRectF(area.left() + place * step, area.top(), step, area.height())

    # Painting

    def paint(self, painter: QPainter) -> None:
        area = self._area()
        self._paint_axes(painter, area)
        if self.calibration is not None:
            self._paint_bars(painter, self.calibration)
        painter.setPen(QPen(self._theme.color("muted"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        line = QFontMetricsF(font(SMALL)).height()
        for share in (0.0, 0.5, 1.0):
            x, y = area.left() + share * area.width(), area.bottom() - share * area.height()
            painter.setPen(QPen(self._theme.color("grid"), 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._theme.color("muted"))
            text = f"{100 * share:.0f}"
            painter.drawText(QRectF(0.0, y - 8.0, LEFT - 6.0, 16.0), _RIGHT, text)
            painter.drawText(QRectF(x - 20.0, area.bottom() + 1.0, 40.0, line - 1.0), _CENTER, text)
        below = QRectF(0.0, area.bottom() + line - 2.0, self.width(), line)
        painter.drawText(below, _CENTER, self.tr("sure (%) → right (%)"))

    def _paint_bars(self, painter: QPainter, c: Calibration) -> None:
        for place in range(self.places()):
            right, sure = float(c.accuracy[place]), float(c.confidence[place])
            if math.isnan(right):
                continue
            column = self.place_rect(place).adjusted(1.0, 0.0, -1.0, 0.0)
            is_read = self.hovered == place or (self.hasFocus() and self.current == place)
            bar = column.adjusted(0.0, (1.0 - right) * column.height(), 0.0, 0.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(self.judging("green"), 1.0 if is_read else 0.75))
            painter.drawRect(bar)
            # The gap to what the network said of itself: a line at its mean confidence.
            level = column.bottom() - sure * column.height()
            painter.setPen(QPen(self._theme.color("text" if self._is_quiet else "vermilion"), 2.0))
            painter.drawLine(QPointF(bar.left(), level), QPointF(bar.right(), level))
