"""What the colours of matrices mean: a line below the picture, and the same in words beside a table.

Each matrix is coloured by its own largest entry, so a legend has signs and no numbers.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.graph.picture.look import ENDS, Look, Scale, pen
from gui.language.texts import translate
from gui.look.tokens import Tokens

HEIGHT = 30.0
_STRIP, _STRIP_HEIGHT, _BETWEEN = 56.0, 9.0, 28.0
_SCALES: tuple[Scale, ...] = ("forward", "signed")


def words(scale: Scale, tokens: Tokens) -> str:
    """The legend of one table, as rich text."""
    meanings = (translate("GraphPicture", "below 0"), translate("GraphPicture", "above 0"))
    signs = zip(ENDS[scale], meanings, strict=True)
    return " ".join(f'<span style="color:{getattr(tokens, end)}">■</span> {text}' for end, text in signs)


class LegendItem(QGraphicsItem):
    """Both scales in a line that begins at `left` and hangs from `top`."""

    def __init__(self, left: float, top: float, look: Look) -> None:
        super().__init__()
        self._left, self._top = left, top
        self._look = look
        self._width = self._end() - left

    def boundingRect(self) -> QRectF:
        return QRectF(self._left, self._top, self._width, HEIGHT)

    @property
    def width(self) -> float:
        return self._width

    def _end(self) -> float:
        look = self._look
        texts = sum(look.width(self._text(scale), look.body) for scale in _SCALES)
        signs = look.width("−+", look.body) + 20.0
        return self._left + texts + len(_SCALES) * (_STRIP + signs) + _BETWEEN

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look, x = self._look, self._left
        if look.is_overview:
            return
        middle = self._top + HEIGHT / 2
        metrics = look.metrics(look.body)
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        for scale in _SCALES:
            for text in (self._text(scale), "−"):
                look.write(painter, x, baseline, text, look.body, look.muted)
                x += look.width(text, look.body) + 7.0
            below, above = look.ends[scale]
            strip = QRectF(x, middle - _STRIP_HEIGHT / 2, _STRIP, _STRIP_HEIGHT)
            fill = QLinearGradient(QPointF(strip.left(), 0), QPointF(strip.right(), 0))
            for at, color in ((0.0, below), (0.5, look.surface), (1.0, above)):
                fill.setColorAt(at, color)
            painter.fillRect(strip, fill)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(look.outline, 1.0))
            painter.drawRect(strip)
            x += _STRIP + 6.0
            look.write(painter, x, baseline, "+", look.body, look.muted)
            x += look.width("+", look.body) + _BETWEEN

    @staticmethod
    def _text(scale: Scale) -> str:
        if scale == "forward":
            return translate("GraphPicture", "values")
        return translate("GraphPicture", "weights and gradients")
