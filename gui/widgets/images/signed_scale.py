"""What the colours of weights and gradients mean: the scale from negative to positive."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme

BAR = QSize(56, 8)
GAP = 6


class SignedScale(QWidget):
    """−limit, the colours, limit: those of `signed_image`. What is larger has the colour of the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_limit(1.0)

    def show_limit(self, limit: float) -> None:
        """`limit`: the size of number that has the full colour."""
        ends = number(-limit, 2), number(limit, 2)
        if ends != self._ends:
            self._ends = ends
            self.setAccessibleName(f"{ends[0]} … {ends[1]}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(SMALL))
        texts = sum(map(metrics.horizontalAdvance, self._ends))
        return QSize(texts + 2 * GAP + BAR.width(), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self._ends[1])
        left = painter.fontMetrics().horizontalAdvance(self._ends[0]) + GAP
        bar = QRectF(left, (self.height() - BAR.height()) // 2, BAR.width(), BAR.height())
        colors = QLinearGradient(bar.topLeft(), bar.topRight())
        for share, color in ((0.0, "negative"), (0.5, "field"), (1.0, "positive")):
            colors.setColorAt(share, self._theme.color(color))
        painter.fillRect(bar, colors)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
