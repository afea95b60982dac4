"""Confidence against accuracy: is a network that says 90 % right nine times in ten?

Ten bins by confidence, each a bar as high as the share that was answered right; where bars reach the dashed
diagonal the network's confidence is honest, below it it is too sure. It computes nothing.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inspection.evaluation import Calibration
from gui.fonts import SMALL, font
from gui.theme import Theme
from gui.widgets.numbers import count, percent

LEFT, BOTTOM, TOP, RIGHT = 30.0, 30.0, 8.0, 14.0
_CENTER = Qt.AlignmentFlag.AlignCenter


class CalibrationView(QWidget):
    """`set_calibration` takes what `core.inspection.evaluation.calibration` gives, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.calibration: Calibration | None = None
        self._bin: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_calibration(self, calibration: Calibration | None) -> None:
        self.calibration = calibration
        self._describe()
        self.update()

    def text_of(self, place: int) -> str:
        """A bin in words."""
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

    def _describe(self) -> None:
        if self.calibration is None:
            self.setAccessibleDescription("")
        elif self._bin is None:
            bins = range(len(self.calibration.counts))
            self.setAccessibleDescription("; ".join(self.text_of(place) for place in bins))
        else:
            self.setAccessibleDescription(self.text_of(self._bin))

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)

    # Hands

    def _at(self, point: QPointF) -> int | None:
        area = self._area()
        if self.calibration is None or not area.left() <= point.x() < area.right():
            return None
        return int((point.x() - area.left()) / area.width() * len(self.calibration.counts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self.calibration is not None and event.key() in steps:
            last = len(self.calibration.counts) - 1
            place = -1 if self._bin is None else self._bin
            self._bin = min(max(place + steps[Qt.Key(event.key())], 0), last)
            self._describe()
            self.update()
            area = self._area()
            at = QPointF(area.left() + (self._bin + 0.5) * area.width() / (last + 1), area.center().y())
            QToolTip.showText(self.mapToGlobal(at).toPoint(), self.text_of(self._bin), self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._bin = None
        self._describe()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self.text_of(place) if place is not None else "", self)
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        area = self._area()
        self._paint_axes(painter, area)
        if self.calibration is not None:
            self._paint_bars(painter, area, self.calibration)
        painter.setPen(QPen(self._theme.color("muted"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        painter.end()

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

    def _paint_bars(self, painter: QPainter, area: QRectF, c: Calibration) -> None:
        step = area.width() / len(c.counts)
        for place in range(len(c.counts)):
            right, sure = float(c.accuracy[place]), float(c.confidence[place])
            if math.isnan(right):
                continue
            bar = QRectF(area.left() + place * step + 1.0, area.bottom(), step - 2.0, 0.0)
            bar.setTop(area.bottom() - right * area.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("green", 1.0 if place == self._bin else 0.75))
            painter.drawRect(bar)
            # The gap to what the network said of itself: a line at its mean confidence.
            level = area.bottom() - sure * area.height()
            painter.setPen(QPen(self._theme.color("vermilion"), 2.0))
            painter.drawLine(QPointF(bar.left(), level), QPointF(bar.right(), level))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("blue"), 1.0))
            painter.drawRect(area)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
