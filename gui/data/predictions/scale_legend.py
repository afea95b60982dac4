"""What the colours of mistakes mean: a strip from the palest to the fullest, with the counts at its ends."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.data.predictions.confusion_colors import mistake_color
from gui.language.numbers import count
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme

STRIP, STRIP_HEIGHT, GAP = 44, 8, 5  # pixels


class ScaleLegend(QWidget):
    """`show_most` gives the largest count of one kind of mistake, or 0 for nothing, and the colour's name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = 0
        self._color = "vermilion"
        self.setFont(font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_most(self, most: int, color: str = "vermilion") -> None:
        if (most, color) != (self._most, self._color):
            self._most, self._color = most, color
            self.setAccessibleName(" … ".join(self._texts()) if most else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if not self._most:
            return QSize(0, 0)
        metrics = QFontMetricsF(self.font())
        texts = sum(metrics.horizontalAdvance(text) for text in self._texts())
        return QSize(round(texts) + STRIP + 2 * GAP + 2, round(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _texts(self) -> tuple[str, str]:
        return "1", count(self._most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._most:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        first, last = self._texts()
        left = metrics.horizontalAdvance(first) + GAP
        strip = QRectF(left, (self.height() - STRIP_HEIGHT) / 2, STRIP, STRIP_HEIGHT)
        gradient = QLinearGradient(strip.topLeft(), strip.topRight())
        gradient.setColorAt(0.0, mistake_color(self._theme, 0.0, self._color))
        gradient.setColorAt(1.0, mistake_color(self._theme, 1.0, self._color))
        painter.setPen(self._theme.color("muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, first)
        painter.drawText(self.rect().adjusted(round(strip.right()) + GAP, 0, 2, 0), flags, last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(strip, 2, 2)
        painter.end()
