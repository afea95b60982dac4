"""The sentences under a picture that is painted by hand: each takes the lines that it needs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gui.lab.plane import LINE
from gui.look.theme import Theme


def paint_sentences(
    painter: QPainter, theme: Theme, place: QRectF, sentences: Iterable[tuple[str, str]]
) -> None:
    """Each begins where the one above it ends; it is a text with the name of its colour, and is wrapped."""
    top = place.top()
    for text, color in sentences:
        painter.setPen(theme.color(color))
        room = QRectF(place.left(), top, place.width(), place.bottom() - top)
        painter.drawText(room, _WRAPPED, text)
        top += max(painter.boundingRect(room, _WRAPPED, text).height(), LINE)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
