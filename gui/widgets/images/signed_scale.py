"""What the colours of weights and gradients mean: the scale from negative to positive."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.painted import Painted

BAR = QSize(56, 8)
GAP = 6


class SignedScale(Painted, QWidget):
    """−limit, the colours, limit: those of `signed_image`. What is larger has the colour of the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        return QSize(self._beside() + BAR.width(), QFontMetrics(font(SMALL)).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _beside(self) -> int:
        """What the numbers at both ends take."""
        return sum(map(QFontMetrics(font(SMALL)).horizontalAdvance, self._ends)) + 2 * GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        left = painter.fontMetrics().horizontalAdvance(self._ends[0]) + GAP
        width = max(min(BAR.width(), self.width() - self._beside()), 0)
        bar = QRectF(left, (self.height() - BAR.height()) // 2, width, BAR.height())
        after = self.rect().adjusted(round(bar.right()) + GAP, 0, 0, 0)
        painter.drawText(after, middle | Qt.AlignmentFlag.AlignLeft, self._ends[1])
        colors = QLinearGradient(bar.topLeft(), bar.topRight())
        for share, color in ((0.0, "negative"), (0.5, "field"), (1.0, "positive")):
            colors.setColorAt(share, self._theme.color(color))
        painter.fillRect(bar, colors)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
