"""The worst mistakes as small pictures, the largest loss first; one can be chosen with a click or Enter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.data.draw_images import ink_image
from gui.fonts import SMALL, font
from gui.theme import Theme
from gui.widgets.numbers import count, number

SIDE, GAP = 40.0, 6.0
MOST = 120
_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, eq=False)
class Mistake:
    """row: of the test set. pixels: (h, w) uint8. label, answer: names of classes."""

    row: int
    pixels: NDArray[np.uint8]
    label: str
    answer: str
    loss: float


class WorstMistakes(QWidget):
    """As many as there is room for. `chosen` brings a row of the test set."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.mistakes: tuple[Mistake, ...] = ()
        self._images: list[QImage] = []
        self._cursor = 0
        self._marked: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._rebuild)

    def set_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        self.mistakes = mistakes
        self._cursor = min(self._cursor, max(len(mistakes) - 1, 0))
        self._rebuild()
        self._describe()

    def set_marked(self, row: int | None) -> None:
        """The row of the test set that is looked at elsewhere."""
        self._marked = row
        self.update()

    def text_of(self, place: int) -> str:
        """A mistake in words."""
        m = self.mistakes[place]
        text = self.tr("test image {index}: label {label}, read as {answer}, loss {loss}")
        return text.format(index=count(m.row), label=m.label, answer=m.answer, loss=number(m.loss, 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(3 * (SIDE + GAP)), round(SIDE + 18))

    def _rebuild(self) -> None:
        self._images = [ink_image(m.pixels, self._theme) for m in self.mistakes]
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text_of(self._cursor) if self.mistakes else "")

    # Places

    def _line(self) -> float:
        return QFontMetricsF(font(SMALL)).height()

    def across(self) -> int:
        return max(int((self.width() + GAP) // (SIDE + GAP)), 1)

    def shown(self) -> int:
        """How many there is room for."""
        down = max(int((self.height() + GAP) // (SIDE + self._line() + GAP)), 1)
        return min(len(self.mistakes), self.across() * down)

    def place_rect(self, place: int) -> QRectF:
        row, column = divmod(place, self.across())
        return QRectF(column * (SIDE + GAP), row * (SIDE + self._line() + GAP), SIDE, SIDE + self._line())

    def _at(self, point: QPointF) -> int | None:
        for place in range(self.shown()):
            if self.place_rect(place).contains(point):
                return place
        return None

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.chosen.emit(self.mistakes[place].row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.across()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }
        if self.mistakes and event.key() in steps:
            place = self._cursor + steps[Qt.Key(event.key())]
            if 0 <= place < self.shown():
                self._go_to(place)
        elif self.mistakes and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.mistakes[self._cursor].row)
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        self._cursor = place
        self._describe()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cursor = min(self._cursor, max(self.shown() - 1, 0))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self.text_of(place) if place is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font(SMALL))
        for place in range(self.shown()):
            mistake, rect = self.mistakes[place], self.place_rect(place)
            square = QRectF(rect.left(), rect.top(), SIDE, SIDE)
            painter.drawImage(
                _fitted(square.adjusted(2, 2, -2, -2), self._images[place]), self._images[place]
            )
            focused = self.hasFocus() and place == self._cursor
            marked = mistake.row == self._marked
            edge = "blue" if focused else "vermilion" if marked else "border"
            painter.setPen(QPen(self._theme.color(edge), 2.0 if focused or marked else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 4.0, 4.0)
            painter.setPen(self._theme.color("vermilion"))
            name = f"{mistake.label}→{mistake.answer}"
            short = QFontMetricsF(font(SMALL)).elidedText(name, Qt.TextElideMode.ElideRight, SIDE + GAP)
            below = QRectF(rect.left() - GAP / 2, rect.top() + SIDE, SIDE + GAP, self._line())
            painter.drawText(below, _CENTER, short)
        painter.end()


def _fitted(room: QRectF, image: QImage) -> QRectF:
    """The largest rectangle of the image's proportions in the middle of the room."""
    scale = min(room.width() / image.width(), room.height() / image.height())
    rect = QRectF(0.0, 0.0, image.width() * scale, image.height() * scale)
    rect.moveCenter(room.center())
    return rect
