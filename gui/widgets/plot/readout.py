"""The numbers under the pointer: a small table that floats over a plot and moves nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.look.fonts import SMALL, font
from gui.widgets.plot.legend import SAMPLE_PX, LegendEntry, draw_sample
from gui.widgets.plot.style import PlotColors

Row = tuple[LegendEntry, str]

_MARGIN = 8.0
_AWAY = 14.0


class PlotReadout(QWidget):
    """A head line and one row a line of the plot: its sample, its name and its value."""

    def __init__(self, colors: PlotColors, parent: QWidget) -> None:
        super().__init__(parent)
        self._colors = colors
        self._head = ""
        self._rows: tuple[Row, ...] = ()
        # It lies under the pointer at times; the plot below must keep hearing of the pointer.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_colors(self, colors: PlotColors) -> None:
        self._colors = colors
        self.update()

    def text(self) -> str:
        """What stands there, as one sentence of plain text."""
        return " · ".join((self._head, *(f"{entry.name} {value}".strip() for entry, value in self._rows)))

    def show_at(self, point: QPointF, area: QRectF, head: str, rows: tuple[Row, ...]) -> None:
        """Show beside `point`, on the side with room, inside `area` (both in the parent's coordinates)."""
        if (head, rows) != (self._head, self._rows):
            self._head, self._rows = head, rows
            self._fit()
            self.update()
        left = point.x() + _AWAY
        if left + self.width() > area.right():
            left = max(area.left(), point.x() - _AWAY - self.width())
        top = min(max(area.top(), point.y() - self.height() / 2.0), area.bottom() - self.height())
        self.move(round(left), round(max(0.0, top)))
        if self.isHidden():
            self.show()
            self.raise_()

    def _fit(self) -> None:
        metrics = QFontMetricsF(font(SMALL))
        widths = [metrics.horizontalAdvance(self._head)]
        for entry, value in self._rows:
            sample = SAMPLE_PX + 6.0 if entry.hue is not None else 0.0
            gap = 14.0 if value else 0.0
            widths.append(sample + metrics.horizontalAdvance(entry.name + value) + gap)
        height = (1 + len(self._rows)) * (metrics.height() + 1.0)
        # In steps, so that a digit more does not make the box tremble.
        width = 16.0 * -(-max(widths) // 16.0)
        self.resize(round(width + 2.0 * _MARGIN), round(height + _MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colors.border), 1.0))
        painter.setBrush(QColor(self._colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0)
        painter.setFont(font(SMALL))
        line = QFontMetricsF(font(SMALL)).height() + 1.0
        place = QRectF(_MARGIN, _MARGIN / 2.0, self.width() - 2.0 * _MARGIN, line)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self._colors.muted))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, self._head)
        for entry, value in self._rows:
            place.translate(0.0, line)
            draw_sample(painter, place.left(), round(place.center().y()), entry, self._colors)
            name = place.adjusted(0.0 if entry.hue is None else SAMPLE_PX + 6.0, 0.0, 0.0, 0.0)
            painter.setPen(QColor(self._colors.muted))
            painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, entry.name)
            painter.setPen(QColor(self._colors.text))
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, value)
        painter.end()
