"""The legend of a plot. It hides nothing: it stands outside the data and wraps onto further lines."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import SMALL, font
from gui.widgets.plot.style import Dash, Hue, PlotColors, wide_pen

SAMPLE_PX = 22.0
_RAMP_PX = 40.0
_GAP_PX = 6.0
_BETWEEN_PX = 12.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A name and the line it belongs to; without a hue the name alone. `until`: the name of the last of the
    lines on a ramp, the first of which is `name`."""

    name: str
    hue: Hue | float | None = None
    dash: Dash = "solid"
    faint: bool = False
    thin: bool = False
    broad: bool = False
    until: str = ""


def draw_sample(
    painter: QPainter, left: float, middle: float, entry: LegendEntry, colors: PlotColors
) -> None:
    """A short piece of the line that `entry` names."""
    if entry.hue is None:
        return
    color = colors.faint(entry.hue) if entry.faint else colors.hue(entry.hue)
    width = 1.2 if entry.faint or entry.thin else 2.8 if entry.broad else 2.0
    painter.setPen(wide_pen(color, entry.dash, width))
    painter.drawLine(QPointF(left, middle), QPointF(left + SAMPLE_PX, middle))


class PlotLegend(QWidget):
    """The names of the lines with a sample of each, in as many rows as they need."""

    changed = Signal()

    def __init__(self, colors: PlotColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = colors
        self._entries: tuple[LegendEntry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        return self._entries

    def set_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        if entries == self._entries:
            return
        self._entries = entries
        self._fit()
        self.update()
        self.changed.emit()

    def set_colors(self, colors: PlotColors) -> None:
        self._colors = colors
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def one_row(self) -> int:
        """The width that all names take beside one another."""
        return math.ceil(sum(map(self._width, self._entries)) + _BETWEEN_PX * max(len(self._entries) - 1, 0))

    def _fit(self) -> None:
        rows = 1 + max((row for row, _, _ in self._places()), default=0)
        self.setFixedHeight(round(rows * self._row_height()))

    def _row_height(self) -> float:
        return QFontMetricsF(font(SMALL)).height() + 2.0

    def _places(self) -> list[tuple[int, float, LegendEntry]]:
        """(row, left edge, entry) of each entry."""
        places = []
        row, left = 0, 0.0
        for entry in self._entries:
            width = self._width(entry)
            if left > 0.0 and left + width > self.width():
                row, left = row + 1, 0.0
            places.append((row, left, entry))
            left += width + _BETWEEN_PX
        return places

    @staticmethod
    def _width(entry: LegendEntry) -> float:
        names = QFontMetricsF(font(SMALL)).horizontalAdvance(entry.name + entry.until)
        if entry.until:
            return names + _RAMP_PX + 2.0 * _GAP_PX
        return names if entry.hue is None else SAMPLE_PX + _GAP_PX + names

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        height = self._row_height()
        for row, left, entry in self._places():
            # Half a pixel down: a level line of even width then covers whole pixels.
            middle = round((row + 0.5) * height)
            if entry.until:
                place = QRectF(left, row * height, self._width(entry), height)
                self._draw_ramp(painter, place, middle, entry)
                continue
            draw_sample(painter, left, middle, entry, self._colors)
            if entry.hue is not None:
                left += SAMPLE_PX + _GAP_PX
            painter.setPen(QColor(self._colors.muted))
            place = QRectF(left, row * height, max(0.0, self.width() - left), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.name)

    def _draw_ramp(self, painter: QPainter, place: QRectF, middle: int, entry: LegendEntry) -> None:
        """The first name, the colours of the lines from the first to the last, the last name."""
        painter.setPen(QColor(self._colors.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.name)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.until)
        left = place.left() + QFontMetricsF(font(SMALL)).horizontalAdvance(entry.name) + _GAP_PX
        colors = QLinearGradient(left, 0.0, left + _RAMP_PX, 0.0)
        for share, color in zip((0.0, 0.5, 1.0), self._colors.ramp, strict=True):
            colors.setColorAt(share, QColor(color))
        painter.fillRect(QRectF(left, middle - 2.0, _RAMP_PX, 4.0), colors)
